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

    /** Its name in a claims file. */
    public String field() {
        return field;
    }
}
