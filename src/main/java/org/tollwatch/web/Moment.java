package org.tollwatch.web;

import java.time.Instant;
import java.util.Optional;

/**
 * What a date of the web says.
 *
 * @param at empty when it is not understood
 * @param flaw what is wrong with it, or was assumed
 */
record Moment(Optional<Instant> at, Optional<String> flaw) {

    static Moment of(Instant at) {
        return new Moment(Optional.of(at), Optional.empty());
    }

    static Moment assumed(Instant at, String flaw) {
        return new Moment(Optional.of(at), Optional.of(flaw));
    }

    static Moment unknown(String flaw) {
        return new Moment(Optional.empty(), Optional.of(flaw));
    }
}
