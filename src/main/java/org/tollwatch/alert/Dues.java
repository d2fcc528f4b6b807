package org.tollwatch.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** When time alone will have something to say about a state, by where the state is kept; the first to come first. */
final class Dues {

    /** The next such moment of one state. */
    record Due(Instant at, String place) {}

    private final TreeSet<Due> byTime =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::place));
    private final Map<String, Instant> byPlace = new HashMap<>();

    /** @param at empty: time has nothing more to say about it */
    void put(String place, Optional<Instant> at) {
        Instant before = at.map(when -> byPlace.put(place, when)).orElseGet(() -> byPlace.remove(place));
        if (before != null) {
            byTime.remove(new Due(before, place));
        }
        at.ifPresent(when -> byTime.add(new Due(when, place)));
    }

    /** Takes the first that has come by then. */
    Optional<Due> poll(Instant now) {
        if (byTime.isEmpty() || byTime.first().at().isAfter(now)) {
            return Optional.empty();
        }
        Due due = byTime.pollFirst();
        byPlace.remove(due.place());
        return Optional.of(due);
    }
}
