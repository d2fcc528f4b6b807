package org.tollwatch.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.tollwatch.ledger.WindowKind;

/** A window as asked for on the command line. */
sealed interface WindowRequest {

    /** All windows of a kind that something is known of. */
    record Every(WindowKind kind) implements WindowRequest {}

    /**
     * One stretch of days in the conflict's zone.
     *
     * @param to exclusive
     */
    record Span(LocalDate from, LocalDate to) implements WindowRequest {}

    /** @throws IllegalArgumentException for anything else than a kind or two dates; says what to write */
    static WindowRequest parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0 ? new Every(kind(text)) : span(text, text.substring(0, dots), text.substring(dots + 2));
    }

    private static WindowKind kind(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "day" -> WindowKind.DAY;
            case "week" -> WindowKind.WEEK;
            case "month" -> WindowKind.MONTH;
            case "episode" -> WindowKind.EPISODE;
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is no window; write day, week, month, episode or FROM..TO, as in 2020-09-27..2020-10-04");
        };
    }

    private static WindowRequest span(String text, String from, String to) {
        try {
            Span span = new Span(LocalDate.parse(from.strip()), LocalDate.parse(to.strip()));
            if (!span.from().isBefore(span.to())) {
                throw new IllegalArgumentException("'" + text + "' ends before it starts; the second day is exclusive");
            }
            return span;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a date that is no date; write FROM..TO as in 2020-09-27..2020-10-04", e);
        }
    }
}
