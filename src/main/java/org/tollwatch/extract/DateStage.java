package org.tollwatch.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds days, months, years and spans, read from the day of publication. */
final class DateStage {

    /** What every date and length begins with. */
    private static final Tag[] OPENING = {
        Tag.NUMBER,
        Tag.DATE,
        Tag.MONTH,
        Tag.WEEKDAY,
        Tag.RELATIVE_DAY,
        Tag.DAY_WORD,
        Tag.MONTH_WORD,
        Tag.YEAR_WORD,
        Tag.PAST,
        Tag.UNIT,
        Tag.UNIT_BEFORE
    };

    private final LanguagePack pack;
    private final LocalDateTime published;
    private final LocalDate today;

    /** @param published in the conflict's zone */
    DateStage(LanguagePack pack, LocalDateTime published) {
        this.pack = pack;
        this.published = published;
        this.today = published.toLocalDate();
    }

    private record Found(Sense sense, int length) {}

    List<Item> apply(List<Item> items) {
        List<Item> dated = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            Found found = find(new Cursor(items, i));
            if (found == null) {
                dated.add(items.get(i++));
            } else {
                since(dated);
                int last = i + found.length - 1;
                last += ofThatDay(items, found, last + 1) ? 1 : 0;
                dated.add(Item.of(items.get(i).start(), items.get(last).end(), found.sense));
                i = last + 1;
            }
        }
        dated.replaceAll(DateStage::otherwise);
        return dated;
    }

    /** "13 September overnight": the night of the day that was named, not the last one. */
    private static boolean ofThatDay(List<Item> items, Found found, int next) {
        return found.sense instanceof Moment
                && next < items.size()
                && items.get(next).has(Tag.RELATIVE_DAY, "many");
    }

    /** A word that means "since" only right before a date, as Russian "с": there it means nothing else. */
    private static void since(List<Item> dated) {
        Item last = dated.isEmpty() ? null : dated.get(dated.size() - 1);
        if (last != null && last.has(Tag.SINCE, "weak")) {
            dated.set(dated.size() - 1, Item.of(last.start(), last.end(), new Lexeme(Tag.SINCE, "", Map.of())));
        }
    }

    private static Item otherwise(Item item) {
        return !item.is(Tag.SINCE) || !item.has(Tag.SINCE, "weak")
                ? item
                : new Item(
                        item.start(),
                        item.end(),
                        item.senses().stream().filter(s -> s.tag() != Tag.SINCE).toList());
    }

    private Found find(Cursor at) {
        if (!at.isAny(0, OPENING)) {
            return null;
        }
        try {
            Found found = spans(at);
            found = found == null ? calendar(at) : found;
            return found == null ? relative(at) : found;
        } catch (DateTimeException e) {
            return null; // 31 February: no date, then
        }
    }

    /** Lengths: "past 24 hours", "24 hours past", "three days ago", "six weeks". */
    private Found spans(Cursor at) {
        if (at.is(0, Tag.PAST) && at.number(1) > 0 && at.number(1) < 1900 && at.days(2) > 0) {
            double length = at.number(1) * at.days(2);
            boolean ago =
                    at.lexeme(0, Tag.PAST).filter(p -> p.is("form", "ago")).isPresent();
            return new Found(ago ? ago(length) : span(length), 3); // "il y a trois jours"
        }
        if (at.is(0, Tag.PAST) && at.days(1) > 0) {
            return new Found(span(at.days(1)), 2);
        }
        int count = at.is(1, Tag.ARTICLE) ? 2 : 1;
        if (at.days(0) > 0 && at.number(count) > 0 && at.is(count + 1, Tag.PAST)) {
            return new Found(span(at.number(count) * at.days(0)), count + 2); // "the hours 24 past"
        }
        if (at.number(0) > 0 && at.number(0) < 1900 && at.is(1, Tag.PAST) && at.days(2) > 0) {
            return new Found(span(at.number(0) * at.days(2)), 3); // "les 24 dernières heures"
        }
        int unit = at.is(1, Tag.DASH) || at.is(1, Tag.SPACE) ? 2 : 1;
        double days = at.number(0) * at.days(unit);
        boolean year = at.plain(0) && at.number(0) >= 1900 && at.days(unit) == 365; // "в 2020 году"
        if (at.number(0) > 0 && at.days(unit) > 0 && !year) {
            Optional<Lexeme> past = at.lexeme(unit + 1, Tag.PAST);
            if (past.filter(p -> p.is("form", "ago")).isPresent()) {
                return new Found(ago(days), unit + 2);
            }
            return past.filter(p -> !p.has("weak")).isPresent()
                    ? new Found(span(days), unit + 2)
                    : new Found(new Lasting(days), unit + 1);
        }
        return null;
    }

    private Moment ago(double days) {
        return Moment.day(today.minusDays(Math.min(Math.round(days), 100_000)));
    }

    /** "The past day" of a report of the morning is the day before: the day its middle fell on. */
    private Moment span(double days) {
        if (days <= 1.01) {
            LocalDate day = published.minusHours(12).toLocalDate();
            return new Moment(day, day.plusDays(1), Moment.Unit.DAY, true);
        }
        long whole = Math.min(Math.round(days), 100_000);
        return new Moment(today.plusDays(1).minusDays(whole), today.plusDays(1), Moment.Unit.DAY, true);
    }

    private Found calendar(Cursor at) {
        int skip = at.is(0, Tag.DAY_WORD) ? 1 : 0;
        NumericDate numeric = at.numericDate(skip);
        if (numeric != null) {
            return numeric(at, skip, numeric);
        }
        if (at.is(0, Tag.MONTH_WORD)
                && at.numericDate(1) != null
                && at.numericDate(1).second() > 31) {
            return new Found(
                    Moment.month(LocalDate.of(
                            year(at.numericDate(1).second()), at.numericDate(1).first(), 1)),
                    2);
        }
        if (at.number(skip) >= 1 && at.number(skip) <= 31) {
            Found found = dayFirst(at, skip, (int) at.number(skip));
            if (found != null) {
                return found;
            }
        }
        Found month = monthFirst(at);
        month = month == null ? yearFirst(at) : month;
        return month == null ? year(at) : month;
    }

    private Found numeric(Cursor at, int skip, NumericDate n) {
        if (n.third() > 0) {
            boolean iso = n.first() > 31;
            LocalDate day = LocalDate.of(
                    year(iso ? n.first() : n.third()),
                    iso || n.second() <= 12 ? n.second() : n.first(),
                    iso ? n.third() : n.second() <= 12 ? n.first() : n.second());
            return new Found(Moment.day(day), skip + 1);
        }
        if (n.second() > 31) {
            return n.first() <= 12
                    ? new Found(Moment.month(LocalDate.of(year(n.second()), n.first(), 1)), skip + 1)
                    : null;
        }
        boolean counts = skip == 0 && at.counted(1);
        return counts || n.second() > 12 || n.first() < 1 || n.first() > 31 || n.second() < 1
                ? null
                : new Found(Moment.day(past(n.second(), n.first())), skip + 1);
    }

    /** "27 September 2020", "27 to 29 September", "ngày 3 tháng 10", "วันที่ 2 ต.ค.". */
    private Found dayFirst(Cursor at, int skip, int day) {
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
            return skip == 1 && !at.counted(next) ? new Found(Moment.day(dayOfMonth(day)), next) : null;
        }
        int month = at.month(next);
        int yearAt = at.yearAt(next + monthLength);
        boolean era = pack.eraOffset() > 0
                && yearAt < 0
                && at.number(next + monthLength) > 40
                && at.number(next + monthLength) < 100;
        yearAt = era && !at.counted(next + monthLength + 1) ? next + monthLength : yearAt;
        int stated = yearAt < 0 ? 0 : (int) at.number(yearAt);
        LocalDate from = stated > 0 ? LocalDate.of(year(stated), month, day) : past(month, day);
        int end = yearAt < 0 ? next + monthLength : yearAt + 1;
        return new Found(Moment.days(from, from.withDayOfMonth(last)), end);
    }

    /** "September 27, 2020", "September 2020", "tháng 9 năm 2020", "last November". */
    private Found monthFirst(Cursor at) {
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
            LocalDate from =
                    yearAt < 0 ? past(month, (int) day) : LocalDate.of(year((int) at.number(yearAt)), month, (int) day);
            int end = yearAt < 0 ? next + 1 : yearAt + 1;
            boolean to = at.isAny(end, Tag.DASH, Tag.RANGE) && at.number(end + 1) > day && at.number(end + 1) <= 31;
            LocalDate last = to ? from.withDayOfMonth((int) at.number(end + 1)) : from;
            return new Found(Moment.days(from, last), to ? end + 2 : end);
        }
        int yearAt = at.yearAt(next);
        if (yearAt >= 0) {
            return new Found(Moment.month(LocalDate.of(year((int) at.number(yearAt)), month, 1)), yearAt + 1);
        }
        LocalDate first = past(month, 1);
        return new Found(
                Moment.month(skip == 1 && first.equals(today.withDayOfMonth(1)) ? first.minusYears(1) : first), next);
    }

    /** "2020-ci il sentyabrın 27-də", "2020 yılının Eylül ayında": the year before its month. */
    private Found yearFirst(Cursor at) {
        boolean year = at.plain(0) && at.number(0) >= 1900 && at.number(0) < 2100;
        int length = at.is(1, Tag.YEAR_WORD) ? 2 : 1; // "2020թ. սեպտեմբերի 27"
        Cursor rest = new Cursor(at.items(), at.at() + length);
        boolean dated = year && (rest.is(0, Tag.MONTH) || length == 2 && rest.number(0) > 0 && rest.is(1, Tag.MONTH));
        Found found = dated ? calendar(rest) : null;
        if (found == null || !(found.sense() instanceof Moment moment)) {
            return null;
        }
        LocalDate from = moment.from().withYear((int) at.number(0));
        LocalDate to = moment.unit() == Moment.Unit.MONTH
                ? from.plusMonths(1)
                : from.plusDays(moment.from().until(moment.to()).getDays());
        return new Found(new Moment(from, to, moment.unit(), false), found.length() + length);
    }

    private Found year(Cursor at) {
        int skip = at.is(0, Tag.YEAR_WORD) ? 1 : 0;
        skip += skip == 1 && at.is(1, Tag.SPACE) ? 1 : 0;
        skip += skip >= 1 && at.is(skip, Tag.YEAR_WORD) ? 1 : 0;
        double n = at.number(skip);
        boolean plain = at.plain(skip)
                && !at.counted(skip + 1)
                && (!at.is(-1, Tag.QUALIFIER)
                        || at.is(-1, Tag.ARTICLE)
                        || at.is(-1, Tag.POSSESSIVE)); // "the 2020 conflict"
        if (skip > 0 && n >= 1800 && n < 2700 || plain && n >= 1900 && n <= today.getYear() + 1) {
            int first = year((int) n);
            double short2 = at.is(skip + 1, Tag.DASH) ? at.number(skip + 2) : 0; // "1991-94"
            if (short2 > first % 100 && short2 < 100) {
                LocalDate end = LocalDate.of(first - first % 100 + (int) short2 + 1, 1, 1);
                return new Found(new Moment(LocalDate.of(first, 1, 1), end, Moment.Unit.YEAR, false), skip + 3);
            }
            boolean to =
                    at.isAny(skip + 1, Tag.DASH, Tag.RANGE) && at.number(skip + 2) > n && at.number(skip + 2) <= 2700;
            int last = to ? year((int) at.number(skip + 2)) : first;
            Moment span = new Moment(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), Moment.Unit.YEAR, false);
            return new Found(span, to ? skip + 3 : skip + 1);
        }
        return null;
    }

    private Found relative(Cursor at) {
        Optional<Lexeme> weekday = at.lexeme(0, Tag.WEEKDAY);
        if (weekday.isPresent() && at.is(1, Tag.PAREN)) {
            Found stated = calendar(new Cursor(at.items(), at.at() + 2));
            if (stated != null) {
                return new Found(stated.sense(), stated.length() + (at.is(2 + stated.length(), Tag.PAREN) ? 3 : 2));
            }
        }
        if (weekday.isPresent()) {
            LocalDate day = today.minusDays(Math.floorMod(today.getDayOfWeek().getValue() - weekday(weekday.get()), 7));
            int last = at.isAny(1, Tag.COORD, Tag.RANGE, Tag.DASH) ? 2 : 1; // "ليل الجمعة السبت": the night between
            LocalDate end = at.lexeme(last, Tag.WEEKDAY)
                    .map(w -> today.minusDays(Math.floorMod(today.getDayOfWeek().getValue() - weekday(w), 7)))
                    .orElse(day);
            return end.isAfter(day) ? new Found(Moment.days(day, end), last + 1) : new Found(Moment.day(day), 1);
        }
        Optional<Lexeme> day = at.lexeme(0, Tag.RELATIVE_DAY);
        if (day.isEmpty()) {
            return null;
        }
        long offset = Long.parseLong(day.get().trait("offset"));
        return new Found(
                switch (day.get().trait("form")) {
                    case "year" -> Moment.year(today.getYear() + (int) offset);
                    case "month" -> Moment.month(today.plusMonths(offset));
                    case "week" -> {
                        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L)
                                .plusWeeks(offset);
                        yield new Moment(monday, monday.plusDays(7), Moment.Unit.WEEK, false);
                    }
                    default ->
                        Moment.days(today.plusDays(offset), day.get().has("many") ? today : today.plusDays(offset));
                },
                1);
    }

    private static long weekday(Lexeme word) {
        return Long.parseLong(word.trait("weekday"));
    }

    private int year(int stated) {
        if (stated < 100) {
            return pack.eraOffset() > 0 ? 2500 + stated - pack.eraOffset() : 2000 + stated;
        }
        return stated >= pack.eraFrom() ? stated - pack.eraOffset() : stated;
    }

    /** The last such day that is not in the future; a day of slack for time zones. */
    private LocalDate past(int month, int day) {
        LocalDate date = LocalDate.of(today.getYear(), month, day);
        return date.isAfter(today.plusDays(1)) ? LocalDate.of(today.getYear() - 1, month, day) : date;
    }

    private LocalDate dayOfMonth(int day) {
        LocalDate month = today.getDayOfMonth() + 1 >= day ? today : today.minusMonths(1);
        return LocalDate.of(month.getYear(), month.getMonthValue(), day);
    }
}
