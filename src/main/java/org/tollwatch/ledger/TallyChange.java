package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * That a tally is not what it was.
 *
 * @param tally what it is now; empty when there is none any more
 */
public record TallyChange(Scope scope, Window window, Optional<Tally> tally) {

    /** By time, then from the narrowest window to the widest; the same on every run. */
    static final Comparator<TallyChange> ORDER = Comparator.<TallyChange, Instant>comparing(
                    c -> c.window().period().from())
            .thenComparing(c -> c.window().period().to())
            .thenComparing(c -> c.window().kind())
            .thenComparing(c -> c.scope().party())
            .thenComparing(c -> c.scope().status())
            .thenComparing(c -> c.scope().place());
}
