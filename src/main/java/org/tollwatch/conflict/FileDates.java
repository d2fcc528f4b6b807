package org.tollwatch.conflict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tollwatch.data.Node;

/**
 * Spans of dates as people write them in a file: each end a day, a month or a year, the last one included. Those of one
 * thing that may not overlap are read by one of these.
 */
final class FileDates {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** From its first day to the day after its last. */
    record Span(LocalDate from, LocalDate to) {

        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    private final Map<Span, Node> earlier = new LinkedHashMap<>();
    private final String what;

    /** @param what the things whose days may not overlap, for the message */
    FileDates(String what) {
        this.what = what;
    }

    /** The next span, of days that none before had. */
    Span next(Node.Fields fields) {
        Span span = span(fields);
        earlier.forEach((other, where) -> {
            if (span.overlaps(other)) {
                throw fields.at()
                        .problem("overlaps the " + what + " on line "
                                + where.at().line() + ". Change 'from' or 'to'; both days are included");
            }
        });
        earlier.put(span, fields);
        return span;
    }

    /** The fields {@code from} and {@code to}; one that is absent leaves that end open. */
    static Span span(Node.Fields fields) {
        LocalDate from = fields.get("from").map(n -> date(n).from()).orElse(LocalDate.MIN);
        LocalDate to = fields.get("to").map(n -> date(n).to()).orElse(LocalDate.MAX);
        if (!from.isBefore(to)) {
            throw fields.required("to", "").at().problem("ends before it begins. Correct 'from' or 'to'");
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
