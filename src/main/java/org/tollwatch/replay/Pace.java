package org.tollwatch.replay;

import java.time.Clock;
import java.time.Instant;

/** The time of the reports, as it goes by at a speed. */
final class Pace {

    private final Clock clock;
    private final Speed speed;
    private volatile Instant began;
    private volatile Instant first = Instant.MIN;

    Pace(Clock clock, Speed speed) {
        this.clock = clock;
        this.speed = speed;
    }

    /** At this moment of theirs it is now. */
    void begin(Instant theirs) {
        began = clock.instant();
        first = theirs;
    }

    /** What their time is now; without a pace all of it has come. */
    Instant now() {
        if (speed.isMax()) {
            return Instant.ofEpochMilli(Long.MAX_VALUE);
        }
        if (began == null) {
            return first;
        }
        double passed = (clock.millis() - began.toEpochMilli()) * speed.factor().getAsDouble();
        return Instant.ofEpochMilli(first.toEpochMilli() + Math.round(passed));
    }

    /** How many of our milliseconds until then. */
    long until(Instant theirs) {
        return speed.isMax()
                ? 0
                : Math.round((theirs.toEpochMilli() - now().toEpochMilli())
                        / speed.factor().getAsDouble());
    }
}
