package org.tollwatch.ask;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** A window as asked for on the command line. */
public sealed interface WindowRequest {

    /** All windows of a kind that something is known of. */
    record Every(WindowKind kind) implements WindowRequest {}

    /**
     * One stretch of time in the conflict's zone.
     *
     * @param to exclusive; empty: until the moment asked about
     */
    record Span(WindowKind kind, LocalDateTime from, Optional<LocalDateTime> to) implements WindowRequest {

        /** @throws IllegalArgumentException when it begins only after the moment asked about */
        public Window window(ZoneId zone, Moment now) {
            Period period = new Period(
                    from.atZone(zone).toInstant(),
                    to.map(end -> end.atZone(zone).toInstant()).orElse(now.end()));
            return new Window(kind, period);
        }
    }

    /** The last so many hours or days before the moment asked about. */
    record Rolling(Duration length) implements WindowRequest {

        public Window window(Moment now) {
            return new Window(WindowKind.ROLLING, new Period(now.end().minus(length), now.end()));
        }
    }

    Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})([hd])");

    /** @throws IllegalArgumentException for anything else than a window; says what to write */
    static WindowRequest parse(String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT);
        int dots = asked.indexOf("..");
        if (dots >= 0) {
            return span(
                    text,
                    asked.substring(0, dots).strip(),
                    asked.substring(dots + 2).strip());
        }
        Matcher length = LENGTH.matcher(asked);
        if (length.matches()) {
            long n = Long.parseLong(length.group(1));
            return new Rolling(length.group(2).equals("h") ? Duration.ofHours(n) : Duration.ofDays(n));
        }
        return switch (asked) {
            case "day" -> new Every(WindowKind.DAY);
            case "week" -> new Every(WindowKind.WEEK);
            case "month" -> new Every(WindowKind.MONTH);
            case "year" -> new Every(WindowKind.YEAR);
            case "episode" -> new Every(WindowKind.EPISODE);
            default -> named(text, asked);
        };
    }

    /** A day, a month or a year by its date. */
    private static Span named(String text, String asked) {
        try {
            return switch (asked.length()) {
                case 4 ->
                    span(
                            WindowKind.YEAR,
                            Year.parse(asked).atDay(1),
                            Year.parse(asked).plusYears(1).atDay(1));
                case 7 ->
                    span(
                            WindowKind.MONTH,
                            YearMonth.parse(asked).atDay(1),
                            YearMonth.parse(asked).plusMonths(1).atDay(1));
                default ->
                    span(
                            WindowKind.DAY,
                            LocalDate.parse(asked),
                            LocalDate.parse(asked).plusDays(1));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no window; write day, week, month, year, episode, 24h or 7d, a date, or FROM..TO,"
                            + " as in 2020-09-27..2020-10-04",
                    e);
        }
    }

    private static Span span(WindowKind kind, LocalDate from, LocalDate to) {
        return new Span(kind, from.atStartOfDay(), Optional.of(to.atStartOfDay()));
    }

    private static Span span(String text, String from, String to) {
        try {
            Span span =
                    new Span(WindowKind.SPAN, moment(from), to.isEmpty() ? Optional.empty() : Optional.of(moment(to)));
            if (span.to().filter(end -> !end.isAfter(span.from())).isPresent()) {
                throw new IllegalArgumentException("'" + text + "' ends before it starts; the second is exclusive");
            }
            return span;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' has a date that is no date; write FROM..TO as in 2020-09-27..2020-10-04, or with times:"
                            + " 2023-09-19T13:00..2023-09-20T13:00",
                    e);
        }
    }

    private static LocalDateTime moment(String text) {
        String asked = text.toUpperCase(Locale.ROOT);
        return asked.indexOf('T') < 0 ? LocalDate.parse(asked).atStartOfDay() : LocalDateTime.parse(asked);
    }
}
