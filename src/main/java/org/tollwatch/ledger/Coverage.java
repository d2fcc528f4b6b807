package org.tollwatch.ledger;

/** How the words cover the period. */
public enum Coverage {
    INCIDENT,
    DAY,
    INCREMENT,
    /** A running total since some start. */
    CUMULATIVE,
    /** A past episode, told as background. */
    HISTORICAL
}
