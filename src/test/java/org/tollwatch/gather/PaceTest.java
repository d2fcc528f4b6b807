package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Pace pace = new Pace(new Random(7));

    @Test
    void itIsAskedAgainAfterItsPauseGiveOrTakeATenth() {
        for (int i = 0; i < 100; i++) {
            assertThat(Duration.between(NOW, pace.afterSuccess(feed(), NOW)))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        }
    }

    @Test
    void failuresDoubleThePauseUpToSixHours() {
        for (int failures = 1; failures < 60; failures++) {
            Duration whole = Duration.ofMinutes(1).multipliedBy(1L << Math.min(failures - 1, 20));
            Duration most = whole.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : whole;
            Instant next = pace.afterFailure(feed(), Trouble.TIMEOUT, failures, Optional.empty(), NOW);
            assertThat(Duration.between(NOW, next)).isBetween(most.dividedBy(2), most);
        }
    }

    @Test
    void aServerThatAsksToWaitIsWaitedForAndOneThatIsGoneIsAskedOnceADay() {
        Optional<Duration> hour = Optional.of(Duration.ofHours(1));
        assertThat(pace.afterFailure(feed(), Trouble.TOO_OFTEN, 1, hour, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(pace.afterFailure(feed(), Trouble.GONE, 1, Optional.empty(), NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void whatAServerSaysOfWaitingIsReadAndBounded() {
        assertThat(RetryAfter.read(" 120 ", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("999999999", NOW)).contains(Duration.ofDays(1));
        assertThat(RetryAfter.read("Thu, 01 Jan 2026 00:05:00 GMT", NOW)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.read("Wed, 31 Dec 2025 00:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("soon", NOW)).isEmpty();
    }

    private static Feed feed() {
        return new Feed(
                "a",
                new Origin.Web(URI.create("https://a.example/")),
                "A",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(10),
                Limits.USUAL,
                true,
                false,
                "Desk/1");
    }
}
