package org.tollwatch.ledger;

/** Where a claimant stands towards the party whose figure it gives. */
public enum Side {
    /** Of the party that suffered, or of its ally. */
    SELF,
    /** Of its opponent. */
    ADVERSARY,
    /** All others: the UN, the ICRC, monitors, third states, the outlet itself. */
    INDEPENDENT
}
