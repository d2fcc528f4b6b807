package org.tollwatch.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.report.LedgerEntry;

/**
 * The newest of what was put into the ledger's partitions that this instance works on, so that who has read a partition need
 * not read it again. Every write to such a partition is told here after it is made; and one that is taken over, restored or
 * begun anew after a failure is told as opened before anybody may ask it.
 */
final class EntryLog {

    /** Of each partition; who was away for longer reads it again. */
    static final int HELD = 4_096;

    /**
     * How far a partition was read.
     *
     * @param opening which opening of it, over all partitions
     * @param entries how many were put since
     */
    record Point(long opening, long entries) {}

    private static final class Tail {
        private final long opening;
        private final Deque<LedgerEntry> newest = new ArrayDeque<>();
        private long entries;

        Tail(long opening) {
            this.opening = opening;
        }

        Point point() {
            return new Point(opening, entries);
        }
    }

    private final Map<Integer, Tail> tails = new HashMap<>();
    private long openings;

    /** What was known of the partition holds no more. */
    synchronized void opened(int partition) {
        tails.put(partition, new Tail(++openings));
    }

    synchronized void entered(int partition, LedgerEntry entry) {
        Tail tail = tails.get(partition);
        tail.newest.addLast(entry);
        tail.entries++;
        if (tail.newest.size() > HELD) {
            tail.newest.removeFirst();
        }
    }

    /** Where the partition is now; empty when this instance never worked on it. */
    synchronized Optional<Point> at(int partition) {
        return Optional.ofNullable(tails.get(partition)).map(Tail::point);
    }

    /**
     * What was put since, in order, the same claim perhaps again.
     *
     * @return empty when it is not held any more, or the partition was opened anew
     */
    synchronized Optional<Since> since(int partition, Point point) {
        Tail tail = tails.get(partition);
        if (tail == null || tail.opening != point.opening() || tail.entries - point.entries() > tail.newest.size()) {
            return Optional.empty();
        }
        long before = tail.newest.size() - (tail.entries - point.entries());
        return Optional.of(new Since(tail.newest.stream().skip(before).toList(), tail.point()));
    }

    /** @param now where the partition is after the entries */
    record Since(List<LedgerEntry> entries, Point now) {}
}
