package org.tollwatch.extract;

import java.time.LocalDate;

/**
 * A stretch of days that the text names.
 *
 * @param from first day
 * @param to the day after the last
 * @param unit how exactly it is known
 * @param lasting whether it names a length ("the past 24 hours") that ends with the publication
 */
record Moment(LocalDate from, LocalDate to, Unit unit, boolean lasting) implements Sense {

    enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    static Moment day(LocalDate day) {
        return new Moment(day, day.plusDays(1), Unit.DAY, false);
    }

    static Moment days(LocalDate first, LocalDate last) {
        return new Moment(first, last.plusDays(1), Unit.DAY, false);
    }

    static Moment month(LocalDate first) {
        return new Moment(first.withDayOfMonth(1), first.withDayOfMonth(1).plusMonths(1), Unit.MONTH, false);
    }

    static Moment year(int year) {
        return new Moment(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), Unit.YEAR, false);
    }

    boolean oneDay() {
        return from.plusDays(1).equals(to);
    }

    @Override
    public Tag tag() {
        return Tag.DATE;
    }
}
