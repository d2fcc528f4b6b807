package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final Duration LOOK = Duration.ofMillis(500);

    private long now = 1_000_000_000;
    private Optional<Duration> sinceHeartbeat = Optional.empty();
    private final Pulse pulse = new Pulse(() -> sinceHeartbeat, () -> now);

    private boolean after(Duration time) {
        now += time.toNanos();
        return pulse.isFelt();
    }

    @Test
    void itIsFeltWhileHeartbeatsGo() {
        assertThat(after(LOOK)).as("before the first").isTrue();
        for (int i = 0; i < 20; i++) {
            sinceHeartbeat = Optional.of(LOOK.multipliedBy(i % 7));
            assertThat(after(LOOK)).isTrue();
        }
    }

    @Test
    void itIsLostBeforeTheBrokersGiveTheWorkToOthers() {
        sinceHeartbeat = Optional.of(Pulse.SESSION.minus(Pulse.HEARTBEAT));
        assertThat(after(LOOK)).isFalse();
    }

    @Test
    void afterAStandstillItIsDoubtedThoughAHeartbeatWasJustSent() {
        assertThat(after(LOOK)).isTrue();
        sinceHeartbeat = Optional.of(Duration.ZERO);
        assertThat(after(Duration.ofSeconds(15))).isFalse();
        assertThat(after(LOOK)).isFalse();
        for (Duration waited = LOOK; waited.compareTo(Pulse.HEARTBEAT) < 0; waited = waited.plus(LOOK)) {
            assertThat(after(LOOK)).isFalse();
        }
        after(Duration.ofSeconds(1));
        assertThat(after(LOOK)).as("heard again").isTrue();
    }
}
