package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A list of incidents that its claimant keeps complete, such as UCDP GED. Entries add up as stated, column by column, and
 * only the sum is put in order, as such lists hold entries whose best lies outside their own low and high.
 */
final class Register {

    private record Key(Instant at, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    /** @param open how many entries have no high */
    private record Sum(long low, long best, long high, long open, long entries) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0);

        static Sum of(Claim entry) {
            Count count = entry.count();
            boolean open = count.high() == Count.OPEN;
            return new Sum(count.low(), count.best(), open ? 0 : count.high(), open ? 1 : 0, 1);
        }

        Sum plus(Sum other) {
            return new Sum(
                    low + other.low, best + other.best, high + other.high, open + other.open, entries + other.entries);
        }

        Sum minus(Sum other) {
            return new Sum(
                    low - other.low, best - other.best, high - other.high, open - other.open, entries - other.entries);
        }
    }

    private static final Comparator<Claim> NEWEST_LAST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.period().to())
            .thenComparing(Claim::id);

    /** An entry that is listed again takes the place of the older one. */
    private final Map<String, NavigableSet<Claim>> byIncident = new HashMap<>();

    private final Timeline<Key, Sum> ending = new Timeline<>(Sum::plus);
    private final Timeline<Key, Sum> starting = new Timeline<>(Sum::plus);
    private final NavigableMap<Key, Claim> byStart = new TreeMap<>();
    private final Newest newest = new Newest();
    private final Touched touched;
    private Duration longest = Duration.ZERO;

    Register(Touched touched) {
        this.touched = touched;
    }

    void add(Claim entry) {
        NavigableSet<Claim> same = byIncident.computeIfAbsent(incident(entry), i -> new TreeSet<>(NEWEST_LAST));
        if (!same.isEmpty()) {
            leave(same.last());
        }
        same.add(entry);
        enter(same.last());
    }

    void remove(Claim entry) {
        NavigableSet<Claim> same = byIncident.get(incident(entry));
        leave(same.last());
        same.remove(entry);
        if (same.isEmpty()) {
            byIncident.remove(incident(entry));
        } else {
            enter(same.last());
        }
    }

    private static String incident(Claim entry) {
        return entry.incident().isEmpty() ? entry.id() : entry.incident();
    }

    private void enter(Claim entry) {
        touch(entry);
        ending.put(new Key(entry.period().to(), entry.id()), Sum.of(entry));
        starting.put(new Key(entry.period().from(), entry.id()), Sum.of(entry));
        byStart.put(new Key(entry.period().from(), entry.id()), entry);
        newest.add(entry);
        Duration length = Duration.between(entry.period().from(), entry.period().to());
        longest = length.compareTo(longest) > 0 ? length : longest;
    }

    private void leave(Claim entry) {
        touch(entry);
        ending.remove(new Key(entry.period().to(), entry.id()));
        starting.remove(new Key(entry.period().from(), entry.id()));
        byStart.remove(new Key(entry.period().from(), entry.id()));
        newest.remove(entry);
    }

    /** Windows without an entry of their own cite those beside them. */
    private void touch(Claim entry) {
        Instant end = entry.period().to();
        touched.touch(entry.period());
        touched.touch(newest.endBefore(end)
                .orElse(byStart.isEmpty() ? end : byStart.firstKey().at()));
        touched.touch(newest.endAfter(end).orElse(end));
    }

    /** What the entries of a window add up to; one that reaches beyond it may count in full or not at all. */
    Optional<Count> sum(Period window) {
        Sum endedBefore = upTo(ending, window.from());
        Sum overlapping =
                starting.before(new Key(window.to(), "")).orElse(Sum.NOTHING).minus(endedBefore);
        if (overlapping.entries == 0) {
            return Optional.empty();
        }
        Sum inside = upTo(ending, window.to()).minus(endedBefore).minus(reachingIn(window));
        long low = Math.min(inside.low, inside.best);
        long high = overlapping.open > 0 ? Count.OPEN : overlapping.high;
        return Optional.of(new Count(low, inside.best, Math.max(high, inside.best)));
    }

    private static Sum upTo(Timeline<Key, Sum> sums, Instant end) {
        return sums.before(new Key(end.plusNanos(1), "")).orElse(Sum.NOTHING);
    }

    /** Those that begin before a window and end in it. */
    private Sum reachingIn(Period window) {
        Key from = new Key(window.from().minus(longest), "");
        return byStart.subMap(from, true, new Key(window.from(), ""), false).values().stream()
                .filter(e -> e.period().to().isAfter(window.from())
                        && !e.period().to().isAfter(window.to()))
                .map(Sum::of)
                .reduce(Sum.NOTHING, Sum::plus);
    }

    /** The newest entries that end in the window, or beside it. */
    List<Claim> newest(Period window) {
        List<Claim> inside = newest.endingIn(window, Tally.MOST_CLAIMS);
        return inside.isEmpty() ? newest.around(window) : inside;
    }

    /** What the sum of a window is made of. */
    Evidence evidence(Period window) {
        List<Claim> overlapping = byStart.headMap(new Key(window.to(), ""), false).values().stream()
                .filter(e -> e.period().overlaps(window))
                .toList();
        List<Claim> inside =
                overlapping.stream().filter(e -> window.contains(e.period())).toList();
        return new Evidence(
                inside.stream().filter(e -> e.count().low() > 0).toList(),
                inside.stream().filter(e -> e.count().best() > 0).toList(),
                overlapping,
                List.of());
    }
}
