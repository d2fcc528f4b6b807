package org.tollwatch.cli;

import java.time.Instant;

/**
 * A moment asked about.
 *
 * @param known only what was published by then counts
 * @param end where windows that reach up to it end
 */
record Moment(Instant known, Instant end) {

    static Moment at(Instant instant) {
        return new Moment(instant, instant);
    }
}
