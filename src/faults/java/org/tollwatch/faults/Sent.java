package org.tollwatch.faults;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was claimed of each day, by the moment it was handed to Kafka. Each figure of a day is higher than the one before, and
 * both come by the same partitions: so what a tally may lawfully be is one of them, and it never falls.
 */
final class Sent {

    /**
     * One day of one party and measure.
     *
     * @param lane of those that share all partitions on their way
     */
    record Cell(String party, String measure, LocalDate day, int lane) {}

    private final Map<String, ConcurrentSkipListMap<Long, Long>> figures = new ConcurrentHashMap<>();

    private static String key(String party, String measure, LocalDate day) {
        return party + "|" + measure + "|" + day;
    }

    /** To be told before Kafka is. */
    void add(Cell cell, long figure) {
        figures.computeIfAbsent(key(cell.party(), cell.measure(), cell.day()), k -> new ConcurrentSkipListMap<>())
                .put(figure, System.nanoTime());
    }

    /** When the figure was sent; -1 if it was not. */
    long sentAt(String party, String measure, LocalDate day, long figure) {
        ConcurrentSkipListMap<Long, Long> of = figures.get(key(party, measure, day));
        return of == null ? -1 : of.getOrDefault(figure, -1L);
    }
}
