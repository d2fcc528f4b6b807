package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Windows by where they lie. Those of one kind hardly overlap, so that only a few are looked at. */
final class Windows {

    private static final class Row {
        private final NavigableMap<Instant, Set<Window>> byStart = new TreeMap<>();
        private Duration longest = Duration.ZERO;
    }

    private final Map<WindowKind, Row> rows = new EnumMap<>(WindowKind.class);

    boolean contains(Window window) {
        Row row = rows.get(window.kind());
        return row != null
                && row.byStart.getOrDefault(window.period().from(), Set.of()).contains(window);
    }

    void add(Window window) {
        Period period = window.period();
        Row row = rows.computeIfAbsent(window.kind(), k -> new Row());
        row.byStart.computeIfAbsent(period.from(), f -> new LinkedHashSet<>()).add(window);
        Duration length = Duration.between(period.from(), period.to());
        row.longest = length.compareTo(row.longest) > 0 ? length : row.longest;
    }

    void remove(Window window) {
        Row row = rows.get(window.kind());
        if (row != null) {
            row.byStart.computeIfPresent(
                    window.period().from(), (from, there) -> there.remove(window) && there.isEmpty() ? null : there);
        }
    }

    /** Those with a moment in common with the period, ends included. */
    List<Window> touching(Period period) {
        List<Window> found = new ArrayList<>();
        rows.values().forEach(row -> collect(row, period.to(), period.from(), found));
        return found;
    }

    /** Those other than days in which the day lies. */
    List<Window> around(Period day) {
        List<Window> found = new ArrayList<>();
        rows.forEach((kind, row) -> {
            if (kind != WindowKind.DAY) {
                collect(row, day.from(), day.to(), found);
            }
        });
        return found;
    }

    /** The days that lie in the period, in order. */
    List<Window> daysIn(Period period) {
        Row days = rows.get(WindowKind.DAY);
        List<Window> found = new ArrayList<>();
        if (days != null) {
            for (Set<Window> there :
                    days.byStart.subMap(period.from(), true, period.to(), false).values()) {
                there.stream().filter(d -> period.contains(d.period())).forEach(found::add);
            }
        }
        return found;
    }

    private static void collect(Row row, Instant latestStart, Instant earliestEnd, List<Window> into) {
        for (Map.Entry<Instant, Set<Window>> entry :
                row.byStart.headMap(latestStart, true).descendingMap().entrySet()) {
            if (Duration.between(entry.getKey(), earliestEnd).compareTo(row.longest) > 0) {
                return;
            }
            for (Window window : entry.getValue()) {
                if (!window.period().to().isBefore(earliestEnd)) {
                    into.add(window);
                }
            }
        }
    }

    /** Where days must begin before to lie inside the period: at its end, or where a day begins that reaches over it. */
    Instant lastStart(Period period) {
        Row days = rows.get(WindowKind.DAY);
        Map.Entry<Instant, Set<Window>> last = days == null ? null : days.byStart.lowerEntry(period.to());
        boolean over = last != null
                && last.getValue().stream().anyMatch(d -> d.period().to().isAfter(period.to()));
        return over ? last.getKey() : period.to();
    }
}
