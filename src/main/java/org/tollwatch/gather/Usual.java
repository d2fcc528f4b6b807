package org.tollwatch.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tollwatch.web.Entry;

/** How many items a day a feed usually has: those it offers, from its oldest to its newest. */
final class Usual {

    private static final double DAY = Duration.ofDays(1).toSeconds();

    private Usual() {}

    /** Empty for fewer than three with dates, which say nothing. */
    static Optional<Double> perDay(List<Entry> entries) {
        List<Instant> dates = entries.stream()
                .flatMap(entry -> entry.publishedAt().or(entry::updatedAt).stream())
                .sorted()
                .toList();
        if (dates.size() < 3) {
            return Optional.empty();
        }
        double days =
                Duration.between(dates.get(0), dates.get(dates.size() - 1)).toSeconds() / DAY;
        return days > 0 ? Optional.of((dates.size() - 1) / days) : Optional.empty();
    }
}
