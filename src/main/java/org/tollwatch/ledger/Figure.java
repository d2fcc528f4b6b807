package org.tollwatch.ledger;

/**
 * A low, a best and a high on the way to a tally.
 *
 * @param cap the lowest closed high of a covering claimant of the whole who is not the adversary, or {@link Count#OPEN}
 */
record Figure(long low, long best, long high, long cap, Grade grade, int origins) {}
