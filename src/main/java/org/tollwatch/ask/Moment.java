package org.tollwatch.ask;

import java.time.Instant;

/**
 * A moment asked about.
 *
 * @param known only what was published by then counts
 * @param end where windows that reach up to it end
 */
public record Moment(Instant known, Instant end) {

    public static Moment at(Instant instant) {
        return new Moment(instant, instant);
    }
}
