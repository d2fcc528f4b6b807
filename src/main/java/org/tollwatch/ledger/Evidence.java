package org.tollwatch.ledger;

import java.util.List;

/**
 * The claims that one account's view of a window rests on.
 *
 * @param low those that give its low; none where the low is 0
 * @param best those that give its best
 * @param high those that give its high; none where it is open
 * @param joining those that join both ends of the window, so that the account covers it
 */
record Evidence(List<Claim> low, List<Claim> best, List<Claim> high, List<Claim> joining) {

    Evidence {
        low = List.copyOf(low);
        best = List.copyOf(best);
        high = List.copyOf(high);
        joining = List.copyOf(joining);
    }

    /** Where every claim bears on all three. */
    static Evidence ofAll(List<Claim> claims) {
        return new Evidence(claims, claims, claims, List.of());
    }
}
