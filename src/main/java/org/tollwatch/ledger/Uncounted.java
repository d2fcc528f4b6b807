package org.tollwatch.ledger;

/** Why a claim that stands has no part in a tally. */
public enum Uncounted {
    /** The adversary's figure, while others speak, and not above theirs. */
    ADVERSARY,
    /** A vaguer figure that contains another's. */
    VAGUER,
    /** It reaches beyond the window, and how much of it lies inside is not known. */
    WIDER,
    /** It says no number: none or more. */
    NO_NUMBER,
    /** It withdraws another claim, and counts nothing itself. */
    RETRACTION
}
