package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Standing claims by the end of their period: the newest of any stretch of time, without looking at all of them. */
final class Newest {

    private record Key(Instant end, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = end.compareTo(other.end);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    private static final Comparator<Claim> NEWEST_FIRST =
            Comparator.comparing(Claim::publishedAt).reversed().thenComparing(Claim::id);

    private final Timeline<Key, Claim> byEnd = new Timeline<>((a, b) -> NEWEST_FIRST.compare(a, b) <= 0 ? a : b);

    void add(Claim claim) {
        byEnd.put(key(claim), claim);
    }

    void remove(Claim claim) {
        byEnd.remove(key(claim));
    }

    private static Key key(Claim claim) {
        return new Key(claim.period().to(), claim.id());
    }

    /** The newest that end in the window, newest first; incidents only where they lie inside. */
    List<Claim> endingIn(Period window, int most) {
        return newest(
                new Key(window.from().plusNanos(1), ""), new Key(window.to().plusNanos(1), ""), window, most);
    }

    /** Those that end last before a window and first after it. */
    List<Claim> around(Period window) {
        List<Claim> around = new ArrayList<>();
        byEnd.lower(new Key(window.from().plusNanos(1), ""))
                .ifPresent(e -> around.addAll(endingAt(e.getKey().end())));
        byEnd.ceiling(new Key(window.to(), ""))
                .ifPresent(e -> around.addAll(endingAt(e.getKey().end())));
        return around;
    }

    /** The last end before a moment. */
    Optional<Instant> endBefore(Instant moment) {
        return byEnd.lower(new Key(moment, "")).map(e -> e.getKey().end());
    }

    /** The first end after a moment. */
    Optional<Instant> endAfter(Instant moment) {
        return byEnd.ceiling(new Key(moment.plusNanos(1), ""))
                .map(e -> e.getKey().end());
    }

    private List<Claim> endingAt(Instant end) {
        return newest(new Key(end, ""), new Key(end.plusNanos(1), ""), null, Tally.MOST_CLAIMS);
    }

    private record Range(Key from, Key to, Claim newest) {}

    private List<Claim> newest(Key from, Key to, Period window, int most) {
        PriorityQueue<Range> open = new PriorityQueue<>(Comparator.comparing(Range::newest, NEWEST_FIRST));
        push(from, to, open);
        List<Claim> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < most) {
            Range range = open.remove();
            Claim claim = range.newest;
            if (window == null || claim.extent() != Extent.PART || window.contains(claim.period())) {
                found.add(claim);
            }
            push(range.from, key(claim), open);
            push(new Key(claim.period().to(), claim.id() + '\0'), range.to, open);
        }
        return found;
    }

    private void push(Key from, Key to, PriorityQueue<Range> open) {
        byEnd.fold(from, to).ifPresent(newest -> open.add(new Range(from, to, newest)));
    }
}
