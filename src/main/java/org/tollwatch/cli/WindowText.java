package org.tollwatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** A window in writing: days of the conflict's zone. */
record WindowText(Conflict conflict) {

    /** An episode that goes on ends in the year 9999. */
    private static final int NO_END = 9999;

    LocalDate from(Window window) {
        return LocalDate.ofInstant(window.period().from(), zone());
    }

    /** Exclusive. */
    LocalDate to(Window window) {
        return LocalDate.ofInstant(window.period().to().minusMillis(1), zone()).plusDays(1);
    }

    /** For people, with the last day inclusive: {@code autumn 2020 (2020-09-27 to 2020-11-09)}. */
    String title(Window window) {
        LocalDate first = from(window);
        LocalDate last = to(window).minusDays(1);
        String days = first.equals(last)
                ? first.toString()
                : last.getYear() >= NO_END ? "since " + first : first + " to " + last;
        return switch (window.kind()) {
            case EPISODE ->
                episode(window).map(e -> e.episode().name() + " (" + days + ")").orElse(days);
            case WEEK -> "week of " + days;
            case MONTH -> "month of " + days;
            default -> days;
        };
    }

    private Optional<NamedEpisode> episode(Window window) {
        Instant from = window.period().from();
        return window.kind() == WindowKind.EPISODE ? conflict.episodeAt(from) : Optional.empty();
    }

    private ZoneId zone() {
        return conflict.zone();
    }
}
