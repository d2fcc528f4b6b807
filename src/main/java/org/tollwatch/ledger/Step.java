package org.tollwatch.ledger;

/** A way in which figures of parts make up that of a whole. */
public enum Step {
    /** The days inside a window. */
    DAYS,
    /** The places inside a place. */
    PLACES,
    /** The parties inside a party, up to all sides together. */
    PARTIES,
    /** Combatants, civilians and those of whom it is not known; and under civilians the largest of its tags. */
    STATUSES
}
