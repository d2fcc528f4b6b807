package org.tollwatch.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a feed is asked again: after its own pause, give or take a tenth; after failures twice as long each time, at most six
 * hours or its own pause, less a random part of a half, and never before its server said; one that is gone, once a day.
 *
 * @param random so that many do not come at the same moment
 */
record Pace(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(6);
    private static final Duration DAY = Duration.ofDays(1);

    Instant afterSuccess(Feed feed, Instant now) {
        return now.plusMillis((long) (feed.every().toMillis() * (0.9 + random.nextDouble() * 0.2)));
    }

    /** @param failures in a row, with this one */
    Instant afterFailure(Feed feed, Trouble trouble, int failures, Optional<Duration> asked, Instant now) {
        if (trouble == Trouble.GONE) {
            return now.plus(DAY);
        }
        long first = Math.min(FIRST.toMillis(), feed.every().toMillis());
        long most = Math.max(MOST.toMillis(), feed.every().toMillis());
        long whole = (long) Math.min(most, first * Math.pow(2, Math.min(failures - 1, 30)));
        Duration own = Duration.ofMillis(whole - (long) (random.nextDouble() * whole / 2));
        return now.plus(asked.filter(longer -> longer.compareTo(own) > 0).orElse(own));
    }
}
