package org.tollwatch.extract;

import java.time.LocalDate;

/** Reads dates that name a day, a month or a year: "27 September 2020", "09.2020", "1991-94". */
final class CalendarDates {

    private final PublicationDay today;

    CalendarDates(PublicationDay today) {
        this.today = today;
    }

    /** The date that begins there, or {@code null}. */
    Dated find(Cursor at) {
        int skip = at.is(0, Tag.DAY_WORD) ? 1 : 0;
        NumericDate numeric = at.numericDate(skip);
        if (numeric != null) {
            return numeric(at, skip, numeric);
        }
        if (at.is(0, Tag.MONTH_WORD)
                && at.numericDate(1) != null
                && at.numericDate(1).second() > 31) {
            return new Dated(
                    Moment.month(LocalDate.of(
                            today.year(at.numericDate(1).second()),
                            at.numericDate(1).first(),
                            1)),
                    2);
        }
        if (at.number(skip) >= 1 && at.number(skip) <= 31) {
            Dated found = dayFirst(at, skip, (int) at.number(skip));
            if (found != null) {
                return found;
            }
        }
        Dated month = monthFirst(at);
        month = month == null ? yearFirst(at) : month;
        return month == null ? year(at) : month;
    }

    private Dated numeric(Cursor at, int skip, NumericDate n) {
        if (n.third() > 0) {
            boolean iso = n.first() > 31;
            LocalDate day = LocalDate.of(
                    today.year(iso ? n.first() : n.third()),
                    iso || n.second() <= 12 ? n.second() : n.first(),
                    iso ? n.third() : n.second() <= 12 ? n.first() : n.second());
            return new Dated(Moment.day(day), skip + 1);
        }
        if (n.second() > 31) {
            return n.first() <= 12
                    ? new Dated(Moment.month(LocalDate.of(today.year(n.second()), n.first(), 1)), skip + 1)
                    : null;
        }
        boolean counts = skip == 0 && at.counted(1);
        return counts || n.second() > 12 || n.first() < 1 || n.first() > 31 || n.second() < 1
                ? null
                : new Dated(Moment.day(today.past(n.second(), n.first())), skip + 1);
    }

    /** "27 September 2020", "27 to 29 September", "ngày 3 tháng 10", "วันที่ 2 ต.ค.". */
    private Dated dayFirst(Cursor at, int skip, int day) {
        int next = skip + 1;
        int last = day;
        if (at.isAny(next, Tag.DASH, Tag.RANGE, Tag.COORD)
                && at.number(next + 1) > day
                && at.number(next + 1) <= 31
                && at.month(next + 2) > 0) {
            last = (int) at.number(next + 1);
            next += 2;
        }
        next += at.is(next, Tag.SPACE) ? 1 : 0;
        int monthLength = at.monthLength(next);
        if (monthLength == 0) {
            return skip == 1 && !at.counted(next) ? new Dated(Moment.day(today.dayOfMonth(day)), next) : null;
        }
        int month = at.month(next);
        int yearAt = at.yearAt(next + monthLength);
        boolean era =
                today.era() && yearAt < 0 && at.number(next + monthLength) > 40 && at.number(next + monthLength) < 100;
        yearAt = era && !at.counted(next + monthLength + 1) ? next + monthLength : yearAt;
        int stated = yearAt < 0 ? 0 : (int) at.number(yearAt);
        LocalDate from = stated > 0 ? LocalDate.of(today.year(stated), month, day) : today.past(month, day);
        int end = yearAt < 0 ? next + monthLength : yearAt + 1;
        return new Dated(Moment.days(from, from.withDayOfMonth(last)), end);
    }

    /** "September 27, 2020", "September 2020", "tháng 9 năm 2020", "last November". */
    private Dated monthFirst(Cursor at) {
        int skip = at.is(0, Tag.PAST) ? 1 : 0;
        int length = at.monthLength(skip);
        if (length == 0) {
            return null;
        }
        int month = at.month(skip);
        int next = skip + length;
        double day = at.number(next);
        boolean sure = at.lexeme(skip, Tag.MONTH).filter(m -> m.has("strong")).isPresent(); // "aprelin 6-da"
        if (length == 1 && day >= 1 && day <= 31 && (sure || at.inflected(next) || !at.counted(next + 1))) {
            int yearAt = at.yearAt(next + 1);
            LocalDate from = yearAt < 0
                    ? today.past(month, (int) day)
                    : LocalDate.of(today.year((int) at.number(yearAt)), month, (int) day);
            int end = yearAt < 0 ? next + 1 : yearAt + 1;
            boolean to = at.isAny(end, Tag.DASH, Tag.RANGE) && at.number(end + 1) > day && at.number(end + 1) <= 31;
            LocalDate last = to ? from.withDayOfMonth((int) at.number(end + 1)) : from;
            return new Dated(Moment.days(from, last), to ? end + 2 : end);
        }
        int yearAt = at.yearAt(next);
        if (yearAt >= 0) {
            return new Dated(Moment.month(LocalDate.of(today.year((int) at.number(yearAt)), month, 1)), yearAt + 1);
        }
        LocalDate first = today.past(month, 1);
        return new Dated(
                Moment.month(skip == 1 && first.equals(today.day().withDayOfMonth(1)) ? first.minusYears(1) : first),
                next);
    }

    /** "2020-ci il sentyabrın 27-də", "2020 yılının Eylül ayında": the year before its month. */
    private Dated yearFirst(Cursor at) {
        boolean year = at.plain(0) && at.number(0) >= 1900 && at.number(0) < 2100;
        int length = at.is(1, Tag.YEAR_WORD) ? 2 : 1; // "2020թ. սեպտեմբերի 27"
        Cursor rest = new Cursor(at.items(), at.at() + length);
        boolean dated = year && (rest.is(0, Tag.MONTH) || length == 2 && rest.number(0) > 0 && rest.is(1, Tag.MONTH));
        Dated found = dated ? find(rest) : null;
        if (found == null || !(found.sense() instanceof Moment moment)) {
            return null;
        }
        LocalDate from = moment.from().withYear((int) at.number(0));
        LocalDate to = moment.unit() == Moment.Unit.MONTH
                ? from.plusMonths(1)
                : from.plusDays(moment.from().until(moment.to()).getDays());
        return new Dated(new Moment(from, to, moment.unit(), false), found.length() + length);
    }

    private Dated year(Cursor at) {
        int skip = at.is(0, Tag.YEAR_WORD) ? 1 : 0;
        skip += skip == 1 && at.is(1, Tag.SPACE) ? 1 : 0;
        skip += skip >= 1 && at.is(skip, Tag.YEAR_WORD) ? 1 : 0;
        double n = at.number(skip);
        boolean plain = at.plain(skip)
                && !at.counted(skip + 1)
                && (!at.is(-1, Tag.QUALIFIER)
                        || at.is(-1, Tag.ARTICLE)
                        || at.is(-1, Tag.POSSESSIVE)); // "the 2020 conflict"
        if (skip > 0 && n >= 1800 && n < 2700
                || plain && n >= 1900 && n <= today.day().getYear() + 1) {
            int first = today.year((int) n);
            double short2 = at.is(skip + 1, Tag.DASH) ? at.number(skip + 2) : 0; // "1991-94"
            if (short2 > first % 100 && short2 < 100) {
                LocalDate end = LocalDate.of(first - first % 100 + (int) short2 + 1, 1, 1);
                return new Dated(new Moment(LocalDate.of(first, 1, 1), end, Moment.Unit.YEAR, false), skip + 3);
            }
            boolean to =
                    at.isAny(skip + 1, Tag.DASH, Tag.RANGE) && at.number(skip + 2) > n && at.number(skip + 2) <= 2700;
            int last = to ? today.year((int) at.number(skip + 2)) : first;
            Moment span = new Moment(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), Moment.Unit.YEAR, false);
            return new Dated(span, to ? skip + 3 : skip + 1);
        }
        return null;
    }
}
