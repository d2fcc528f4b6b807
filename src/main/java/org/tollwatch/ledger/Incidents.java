package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The PART claims of one account on one scope. Incidents are distinct when their periods differ, else by their key; of
 * the same incident the larger low counts. What lies inside a stretch adds up and bounds it from below.
 */
final class Incidents {

    /** Incidents whose periods overlap, and every stretch between their moments with what it surely holds. */
    private static final class Cluster {
        private final NavigableSet<Instant> moments = new TreeSet<>();
        private final Map<Period, Long> sums = new HashMap<>();
    }

    private final Map<Period, Cluster> clusters = new HashMap<>();
    /** By period and incident key: the low that counts already. */
    private final Map<Period, Map<String, Long>> lows = new HashMap<>();

    Incidents(List<Claim> parts) {
        List<Period> periods = parts.stream()
                .map(Claim::period)
                .distinct()
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList();
        Cluster open = new Cluster();
        for (Period period : periods) {
            if (!open.moments.isEmpty() && !period.from().isBefore(open.moments.last())) {
                open = new Cluster();
            }
            open.moments.add(period.from());
            open.moments.add(period.to());
            clusters.put(period, open);
        }
    }

    /** Adds the incident's low to every stretch that contains it, unless that contradicts the bounds. */
    boolean admit(Claim part, Bounds bounds) {
        Map<String, Long> keyed = lows.computeIfAbsent(part.period(), p -> new HashMap<>());
        long before = sum(keyed);
        long known = keyed.getOrDefault(part.incident(), 0L);
        keyed.put(part.incident(), Math.max(known, part.count().low()));
        long more = sum(keyed) - before;
        if (more == 0) {
            return true;
        }
        Cluster cluster = clusters.get(part.period());
        List<Period> stretches = stretchesAround(part.period(), cluster);
        for (Period stretch : stretches) {
            if (!bounds.agrees(stretch, cluster.sums.getOrDefault(stretch, 0L) + more, Count.OPEN)) {
                keyed.put(part.incident(), known);
                return false;
            }
        }
        for (Period stretch : stretches) {
            bounds.add(stretch, cluster.sums.merge(stretch, more, Long::sum), Count.OPEN);
        }
        return true;
    }

    /** An incident without a key may be any of those with one, so it is never added to them. */
    private static long sum(Map<String, Long> keyed) {
        long named = keyed.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Math.max(named, keyed.getOrDefault("", 0L));
    }

    private static List<Period> stretchesAround(Period inner, Cluster cluster) {
        List<Period> stretches = new ArrayList<>();
        for (Instant from : cluster.moments.headSet(inner.from(), true)) {
            for (Instant to : cluster.moments.tailSet(inner.to(), true)) {
                stretches.add(new Period(from, to));
            }
        }
        return stretches;
    }
}
