package org.tollwatch.evaluate;

/** What a claim says, part by part. */
public enum Slot {
    BOUNDS("bounds"),
    MEASURE("measure"),
    ITEM("item"),
    STATUS("status"),
    PARTY("party"),
    TARGET("target"),
    CLAIMANT_SIDE("claimantSide"),
    COVERAGE("coverage"),
    FROM("from"),
    TO("to");

    private final String field;

    Slot(String field) {
        this.field = field;
    }

    /** Whether it is a day of the period: those are told apart, as readers differ most on them. */
    boolean isDay() {
        return this == FROM || this == TO;
    }

    /** Its name in a claims file. */
    public String field() {
        return field;
    }
}
