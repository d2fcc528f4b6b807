package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** An account's figures of single days, or of a few, whether its totals agree with them or not. */
final class Days {

    private final Map<Instant, NavigableSet<Claim>> byStart = new HashMap<>();
    private final Map<Instant, Integer> ends = new HashMap<>();

    void add(Claim day) {
        byStart.computeIfAbsent(day.period().from(), f -> new TreeSet<>(ByEnd.FRESHEST_LAST))
                .add(day);
        ends.merge(day.period().to(), 1, Integer::sum);
    }

    void remove(Claim day) {
        NavigableSet<Claim> there = byStart.get(day.period().from());
        there.remove(day);
        if (there.isEmpty()) {
            byStart.remove(day.period().from());
        }
        ends.merge(day.period().to(), -1, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** The freshest figures that fill a window without a gap, in order; none if they do not. */
    List<Claim> tiling(Period window) {
        if (!ends.containsKey(window.to())) {
            return List.of();
        }
        List<Claim> tiles = new ArrayList<>();
        for (Instant at = window.from(); at.isBefore(window.to()); ) {
            Optional<Claim> day = startingAt(at, window);
            if (day.isEmpty()) {
                return List.of();
            }
            tiles.add(day.get());
            at = day.get().period().to();
        }
        return tiles;
    }

    private Optional<Claim> startingAt(Instant start, Period window) {
        NavigableSet<Claim> there = byStart.get(start);
        return there == null
                ? Optional.empty()
                : there.descendingSet().stream()
                        .filter(c -> window.contains(c.period()))
                        .findFirst();
    }
}
