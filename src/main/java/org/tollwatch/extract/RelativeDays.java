package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.Optional;

/** Reads days told from the day of publication: "on Monday", "yesterday", "last week". */
final class RelativeDays {

    private final PublicationDay today;
    private final CalendarDates dates;

    RelativeDays(PublicationDay today, CalendarDates dates) {
        this.today = today;
        this.dates = dates;
    }

    /** The day, or the days, that begin there, or {@code null}. */
    Dated find(Cursor at) {
        Optional<Lexeme> weekday = at.lexeme(0, Tag.WEEKDAY);
        if (weekday.isPresent() && at.is(1, Tag.PAREN)) {
            Dated stated = dates.find(new Cursor(at.items(), at.at() + 2));
            if (stated != null) {
                return new Dated(stated.sense(), stated.length() + (at.is(2 + stated.length(), Tag.PAREN) ? 3 : 2));
            }
        }
        if (weekday.isPresent()) {
            LocalDate day = today.weekday(weekday.get());
            int last = at.isAny(1, Tag.COORD, Tag.RANGE, Tag.DASH) ? 2 : 1; // "ليل الجمعة السبت": the night between
            LocalDate end = at.lexeme(last, Tag.WEEKDAY).map(today::weekday).orElse(day);
            return end.isAfter(day) ? new Dated(Moment.days(day, end), last + 1) : new Dated(Moment.day(day), 1);
        }
        return relative(at);
    }

    private Dated relative(Cursor at) {
        LocalDate now = today.day();
        Optional<Lexeme> day = at.lexeme(0, Tag.RELATIVE_DAY);
        if (day.isEmpty()) {
            return null;
        }
        long offset = Long.parseLong(day.get().trait("offset"));
        return new Dated(
                switch (day.get().trait("form")) {
                    case "year" -> Moment.year(now.getYear() + (int) offset);
                    case "month" -> Moment.month(now.plusMonths(offset));
                    case "week" -> {
                        LocalDate monday = now.minusDays(now.getDayOfWeek().getValue() - 1L)
                                .plusWeeks(offset);
                        yield new Moment(monday, monday.plusDays(7), Moment.Unit.WEEK, false);
                    }
                    default -> Moment.days(now.plusDays(offset), day.get().has("many") ? now : now.plusDays(offset));
                },
                1);
    }
}
