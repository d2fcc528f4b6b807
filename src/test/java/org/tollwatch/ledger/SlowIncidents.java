package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The PART claims of one account on one scope. SlowIncidents are distinct when their periods differ, else by their key; of
 * the same incident the larger low counts. What lies inside a stretch adds up and bounds it from below.
 */
final class SlowIncidents {

    /** SlowIncidents whose periods overlap, and every stretch between their moments with what it surely holds. */
    private static final class Cluster {
        private final NavigableSet<Instant> moments = new TreeSet<>();
        private final Map<Period, Long> sums = new HashMap<>();
        private final Map<Period, Long> bests = new HashMap<>();
    }

    private final Map<Period, Cluster> clusters = new HashMap<>();
    /** By period and incident key: the count that counts already, its low first. */
    private final Map<Period, Map<String, Count>> counts = new HashMap<>();

    SlowIncidents(List<Claim> parts) {
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
    boolean admit(Claim part, SlowBounds bounds) {
        Map<String, Count> keyed = counts.computeIfAbsent(part.period(), p -> new HashMap<>());
        Count known = keyed.get(part.incident());
        if (known != null && LARGER.compare(known, part.count()) >= 0) {
            return true;
        }
        Map<String, Count> with = new HashMap<>(keyed);
        with.put(part.incident(), part.count());
        long more = sum(with, Count::low) - sum(keyed, Count::low);
        long moreBest = sum(with, Count::best) - sum(keyed, Count::best);
        Cluster cluster = clusters.get(part.period());
        List<Period> stretches = stretchesAround(part.period(), cluster);
        for (Period stretch : stretches) {
            if (!bounds.agrees(stretch, cluster.sums.getOrDefault(stretch, 0L) + more, Count.OPEN)) {
                return false;
            }
        }
        keyed.put(part.incident(), part.count());
        for (Period stretch : stretches) {
            bounds.add(stretch, cluster.sums.merge(stretch, more, Long::sum), Count.OPEN);
            cluster.bests.merge(stretch, moreBest, Long::sum);
        }
        return true;
    }

    /** What every stretch holds by the incidents' bests. */
    Stream<Map.Entry<Period, Long>> bests() {
        return clusters.values().stream().distinct().flatMap(c -> c.bests.entrySet().stream());
    }

    private static final Comparator<Count> LARGER =
            Comparator.comparing(Count::low).thenComparing(Count::best);

    /** An incident without a key may be any of those with one, so it is never added to them. */
    private static long sum(Map<String, Count> keyed, ToLongFunction<Count> column) {
        long named = keyed.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .mapToLong(e -> column.applyAsLong(e.getValue()))
                .sum();
        return Math.max(named, keyed.containsKey("") ? column.applyAsLong(keyed.get("")) : 0);
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
