package org.tollwatch.ledger;

import java.util.List;
import java.util.Optional;

/** All that one claimant says of one scope. Claims come and go one by one; the order does not matter. */
interface Account {

    String name();

    /** @param claim of this account and scope, no retraction; each id once */
    void add(Claim claim);

    /** A claim that was added, as if it had never been. */
    void remove(Claim claim);

    /**
     * The time in which what the account says may have changed since this was last asked; empty when nothing has. Both
     * ends belong to it.
     */
    Optional<Period> takeTouched();

    /** What the account says of a window; empty when it says nothing. */
    Optional<Heard> heard(Period window);

    /** What is unusual in the figures that touch a window. */
    List<Finding> findings(Period window);

    /** What was not admitted, and why. */
    List<SetAside> setAside();

    /** The claims behind what it says of a window; nothing where it says nothing. */
    Evidence evidence(Period window);

    static Account of(Scope scope, String name) {
        return scope.measure().isStock() ? new Stock(name) : new Toll(name);
    }
}
