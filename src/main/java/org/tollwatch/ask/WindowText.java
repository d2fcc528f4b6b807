package org.tollwatch.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** A window in writing: days of the conflict's zone, with the time of day where it does not begin and end with one. */
public record WindowText(Conflict conflict) {

    /** An episode that goes on ends in the year 9999. */
    private static final int NO_END = 9999;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** A date, or a time with its offset. */
    public String from(Window window) {
        return written(window.period().from(), ofDays(window.period()));
    }

    /** Exclusive. */
    public String to(Window window) {
        return written(window.period().to(), ofDays(window.period()));
    }

    private String written(Instant at, boolean asDate) {
        return asDate
                ? LocalDate.ofInstant(at, zone()).toString()
                : at.atZone(zone()).toOffsetDateTime().toString();
    }

    /** For people, with the last day inclusive: {@code autumn 2020 (2020-09-27 to 2020-11-09)}. */
    public String title(Window window) {
        String days = brief(window.period());
        return switch (window.kind()) {
            case EPISODE ->
                episode(window).map(e -> e.episode().name() + " (" + days + ")").orElse(days);
            case WEEK -> "week of " + days;
            case MONTH -> "month of " + days;
            case YEAR -> "year of " + days;
            case ROLLING -> "last " + length(window.period()) + " (" + days + ")";
            default -> days;
        };
    }

    /** For people: days with the last inclusive, or times. */
    public String brief(Period period) {
        if (!ofDays(period)) {
            return local(period.from()).format(MINUTES) + " to "
                    + local(period.to()).format(MINUTES);
        }
        LocalDate first = local(period.from()).toLocalDate();
        if (goesOn(period)) {
            return "since " + first;
        }
        LocalDate last = local(period.to()).toLocalDate().minusDays(1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    private static String length(Period period) {
        long hours = ChronoUnit.HOURS.between(period.from(), period.to());
        return hours <= 24 || hours % 24 != 0 ? hours + " hours" : hours / 24 + " days";
    }

    private boolean ofDays(Period period) {
        return local(period.from()).toLocalTime().equals(LocalTime.MIDNIGHT)
                && (goesOn(period) || local(period.to()).toLocalTime().equals(LocalTime.MIDNIGHT));
    }

    /** Whether it has no end yet. */
    public boolean goesOn(Period period) {
        return local(period.to()).getYear() >= NO_END;
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone());
    }

    private Optional<NamedEpisode> episode(Window window) {
        Instant from = window.period().from();
        return window.kind() == WindowKind.EPISODE ? conflict.episodeAt(from) : Optional.empty();
    }

    private ZoneId zone() {
        return conflict.zone();
    }
}
