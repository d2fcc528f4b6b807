package org.tollwatch.ledger;

/** What is counted. */
public enum Measure {
    KILLED,
    WOUNDED,
    /** Killed or wounded, not told apart (ACLED codebook: "casualties" alone says nothing of deaths). */
    CASUALTIES,
    MISSING,
    CAPTURED,
    EVACUATED,
    /** Movements in a period (IDMC: flow). */
    DISPLACED,
    /** Attacks made: the party is the one that struck. */
    STRIKES,
    /** Equipment lost; the scope's item says which. */
    EQUIPMENT_LOST,
    /** People who live displaced at a date (IDMC: stock). It may fall, and days do not add up. */
    IN_DISPLACEMENT;

    /** Whether it is a level at a date, which may fall, and not a count that only grows. */
    public boolean isStock() {
        return this == IN_DISPLACEMENT;
    }
}
