package org.tollwatch.ledger;

import java.util.List;
import java.util.Optional;

/** All that one claimant says of one scope. */
interface Account {

    String name();

    /** What the account says of a window; empty when it says nothing. */
    Optional<Heard> heard(Period window);

    /** What is unusual in the figures that touch a window. */
    List<Finding> findings(Period window);

    /** What was not admitted, and why. */
    List<SetAside> setAside();

    /** @param claims at least one, all of the same account and scope, in any order; no retractions */
    static Account of(List<Claim> claims) {
        return claims.get(0).scope().measure().isStock() ? new Stock(claims) : new Toll(claims);
    }
}
