package org.tollwatch.conflict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Dates as people write them in a file: a day, a month or a year; the last one of a span is meant inclusively. */
final class FileDates {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** From its first day to the day after its last. */
    record Span(LocalDate from, LocalDate to) {

        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    private FileDates() {}

    /** The fields {@code from} and {@code to}; one that is absent leaves that end open. */
    static Span span(Node.Fields fields) {
        LocalDate from = fields.get("from").map(n -> date(n).from()).orElse(LocalDate.MIN);
        LocalDate to = fields.get("to").map(n -> date(n).to()).orElse(LocalDate.MAX);
        if (!from.isBefore(to)) {
            throw fields.get("to")
                    .orElse(fields)
                    .at()
                    .problem("ends before it begins. Swap 'from' and 'to', or correct one");
        }
        return new Span(from, to);
    }

    private static Span date(Node node) {
        String text = node.text();
        try {
            if (YEAR.matcher(text).matches()) {
                LocalDate first = Year.parse(text).atDay(1);
                return new Span(first, first.plusYears(1));
            }
            if (MONTH.matcher(text).matches()) {
                LocalDate first = YearMonth.parse(text).atDay(1);
                return new Span(first, first.plusMonths(1));
            }
            LocalDate day = LocalDate.parse(text);
            return new Span(day, day.plusDays(1));
        } catch (DateTimeException e) {
            throw node.at().problem("'" + text + "' is no date. Write 2020-09-27, 2020-09 or 2020");
        }
    }
}
