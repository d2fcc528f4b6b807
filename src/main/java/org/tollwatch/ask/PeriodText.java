package org.tollwatch.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Precision;

/**
 * A claim's period in writing: as days of the conflict's zone where it is known to the day or less, rounded outward; to
 * the second where it is known to the hour or the minute.
 */
public record PeriodText(ZoneId zone) {

    /** Days of the zone; those of UTC when it is not known whose days they are. */
    public static PeriodText in(Optional<ZoneId> zone) {
        return new PeriodText(zone.orElse(ZoneOffset.UTC));
    }

    public String from(CoveredPeriod period) {
        return exact(period)
                ? period.getFrom().toString()
                : LocalDate.ofInstant(period.getFrom(), zone).toString();
    }

    /** Exclusive. */
    public String to(CoveredPeriod period) {
        return exact(period)
                ? period.getTo().toString()
                : dayAfter(period.getTo()).toString();
    }

    /** For people: the last day inclusive, and a single day once. */
    public String brief(CoveredPeriod period) {
        if (exact(period)) {
            return LocalDate.ofInstant(period.getFrom(), zone) + " "
                    + period.getFrom().atZone(zone).toLocalTime() + "–"
                    + period.getTo().atZone(zone).toLocalTime();
        }
        LocalDate first = LocalDate.ofInstant(period.getFrom(), zone);
        LocalDate last = dayAfter(period.getTo()).minusDays(1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    /** The first day that lies wholly outside. */
    private LocalDate dayAfter(Instant to) {
        return LocalDate.ofInstant(to.minus(Duration.ofMillis(1)), zone).plusDays(1);
    }

    private static boolean exact(CoveredPeriod period) {
        return period.getPrecision() == Precision.MINUTE || period.getPrecision() == Precision.HOUR;
    }
}
