package org.tollwatch.ledger;

/** The part that a claim has in a tally. */
public enum Role {
    SETS_LOW,
    SETS_BEST,
    SETS_HIGH,
    /** Moves no figure, but says something the others cannot agree with: the grade is CONTESTED by it. */
    CONTESTS,
    /** It stands, but what it says lies inside a wider or a fresher figure, and moves nothing. */
    CONTAINED,
    /** Kept and shown, but it bounds nothing; see {@link SetAside.Reason}. */
    SET_ASIDE,
    /** It stands for something else than was asked; see {@link Uncounted}. */
    NOT_COUNTED
}
