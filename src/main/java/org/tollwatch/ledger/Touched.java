package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Optional;

/** The time from the first to the last moment that was touched. */
final class Touched {

    /** Everything, as far as anyone will ask. */
    private static final Period ALL =
            new Period(Instant.parse("-9999-01-01T00:00:00Z"), Instant.parse("+99999-01-01T00:00:00Z"));

    private Instant from;
    private Instant to;

    void touch(Period period) {
        from = from == null || period.from().isBefore(from) ? period.from() : from;
        to = to == null || period.to().isAfter(to) ? period.to() : to;
    }

    void touch(Instant moment) {
        touch(new Period(moment, moment.plusNanos(1)));
    }

    void touchAll() {
        touch(ALL);
    }

    Optional<Period> take() {
        Optional<Period> taken = from == null ? Optional.empty() : Optional.of(new Period(from, to));
        from = null;
        to = null;
        return taken;
    }
}
