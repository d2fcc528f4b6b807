package org.tollwatch.ledger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A conflict's own time: its zone, and the episodes people count by.
 *
 * @param zone where days begin and end
 * @param episodes in any order; they may not overlap
 */
public record Calendar(ZoneId zone, List<Episode> episodes) {

    public Calendar {
        episodes = List.copyOf(episodes);
    }

    public Window day(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return window(WindowKind.DAY, day, day.plusDays(1));
    }

    public Window week(Instant at) {
        LocalDate monday = LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return window(WindowKind.WEEK, monday, monday.plusWeeks(1));
    }

    public Window month(Instant at) {
        LocalDate first = LocalDate.ofInstant(at, zone).withDayOfMonth(1);
        return window(WindowKind.MONTH, first, first.plusMonths(1));
    }

    public Window year(Instant at) {
        LocalDate first = LocalDate.ofInstant(at, zone).withDayOfYear(1);
        return window(WindowKind.YEAR, first, first.plusYears(1));
    }

    /** From the start of one day to the start of another, in the conflict's zone. */
    public Window span(LocalDate from, LocalDate to) {
        return window(WindowKind.SPAN, from, to);
    }

    /** The episodes whose time overlaps the period. */
    public List<Window> episodes(Period period) {
        return episodes.stream()
                .filter(e -> e.period().overlaps(period))
                .map(e -> new Window(WindowKind.EPISODE, e.period()))
                .toList();
    }

    private Window window(WindowKind kind, LocalDate from, LocalDate to) {
        return new Window(
                kind,
                new Period(
                        from.atStartOfDay(zone).toInstant(),
                        to.atStartOfDay(zone).toInstant()));
    }
}
