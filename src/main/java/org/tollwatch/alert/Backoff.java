package org.tollwatch.alert;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a most, less a random part of a half, so that many
 * do not come back at the same moment.
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {

    /** @param failures so far; 1 or more */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        long whole = (long) Math.min(most.toMillis(), first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis(whole - (long) (random.nextDouble() * whole / 2));
    }
}
