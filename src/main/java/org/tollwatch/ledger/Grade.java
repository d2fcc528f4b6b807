package org.tollwatch.ledger;

/** How well a tally stands. */
public enum Grade {
    /** The party itself, or two independent origins, agree. */
    CONFIRMED,
    /** One origin. */
    REPORTED,
    /** The claimants' ranges do not meet, or the figure rests on an adjustment. */
    CONTESTED,
    /** Only the adversary says so. */
    CLAIMED
}
