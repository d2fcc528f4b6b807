package org.tollwatch.stream;

import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ledger.Calendar;
import org.tollwatch.ledger.Hierarchy;

/**
 * What the stream needs to know of a conflict.
 *
 * @param places the localities it is counted by; "" is the whole theatre
 * @param placeId from a place's name in any language to its id, "" when the name means the theatre; empty when unknown
 */
record Ground(Hierarchy parties, Hierarchy places, Calendar calendar, Function<String, Optional<String>> placeId) {

    /** Where a claim with this place is entered: the known locality, else the name itself. */
    String place(String name) {
        return placeId.apply(name).orElse(name);
    }

    /** The conflicts that are known, by id. */
    @FunctionalInterface
    interface Atlas {
        Optional<Ground> of(String conflict);
    }
}
