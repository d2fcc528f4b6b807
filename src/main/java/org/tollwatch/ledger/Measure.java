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
    DISPLACED,
    /** Attacks made: the party is the one that struck. */
    STRIKES,
    /** Equipment lost; the scope's item says which. */
    EQUIPMENT_LOST
}
