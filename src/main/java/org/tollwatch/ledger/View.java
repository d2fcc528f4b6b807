package org.tollwatch.ledger;

/**
 * What one claimant's account says of a scope and a window.
 *
 * @param account the claimant
 * @param side where it stands towards the party
 * @param low its tightest lower bound
 * @param best its figure
 * @param high its tightest upper bound, {@link Count#OPEN} when there is none
 * @param covers whether its standing WHOLE claims join both ends of the window
 */
public record View(String account, Side side, long low, long best, long high, boolean covers) {}
