package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;

/**
 * The time a figure covers, in event time.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 */
public record Period(Instant from, Instant to) {

    /** The earlier start first, then the earlier end. */
    static final Comparator<Period> IN_TIME = Comparator.comparing(Period::from).thenComparing(Period::to);

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it starts, but " + from + " .. " + to);
        }
    }

    // As in Cell.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Period that && from.equals(that.from) && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + to.hashCode();
    }

    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Whether they have a moment in common, their ends included. */
    boolean meets(Period other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** From where the first begins to where the last ends. */
    Period hull(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
}
