package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.alert.Tallies.KILLED;
import static org.tollwatch.alert.Tallies.day;
import static org.tollwatch.alert.Tallies.rule;
import static org.tollwatch.alert.Tallies.tally;
import static org.tollwatch.alert.Tallies.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.ledger.Tally;

/** What holds of alerts whatever happens to the tallies. */
class AlertLawsTest {

    static List<Long> seeds() {
        return new Random(7).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameHistoryTellsTheSame(long seed) {
        assertThat(run(seed).told()).isEqualTo(run(seed).told());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void messagesOfAnAlertBeginWithItsFiringAreCountedAndEndOnce(long seed) {
        Map<String, List<Alert>> byId = new HashMap<>();
        run(seed)
                .told()
                .forEach(a ->
                        byId.computeIfAbsent(a.id(), id -> new ArrayList<>()).add(a));
        byId.values().forEach(messages -> {
            assertThat(messages.get(0).event()).isEqualTo(Event.FIRING);
            for (int i = 0; i < messages.size(); i++) {
                assertThat(messages.get(i).number()).isEqualTo(i);
            }
            assertThat(messages).filteredOn(m -> m.event() == Event.FIRING).hasSize(1);
            assertThat(messages).filteredOn(m -> m.event() == Event.RESOLUTION).hasSizeLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofOneThingOneTierFiresAtATime(long seed) {
        Map<Subject, String> firing = new HashMap<>();
        for (Alert alert : run(seed).told()) {
            if (alert.event() == Event.FIRING) {
                assertThat(firing.put(alert.subject(), alert.id())).isNull();
            } else if (alert.event() == Event.RESOLUTION) {
                assertThat(firing.remove(alert.subject())).isEqualTo(alert.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCorrectionStartsFromWhatWasToldAndChangesIt(long seed) {
        Map<String, Optional<Figures>> told = new HashMap<>();
        for (Alert alert : run(seed).told()) {
            if (alert.event() == Event.CORRECTION) {
                assertThat(alert.before()).isEqualTo(told.get(alert.id())).isNotEqualTo(alert.figures());
            }
            told.put(alert.id(), alert.figures());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatReachedTheThresholdForSureWasTold(long seed) {
        Watched watched = run(seed);
        assertThat(watched.told()).filteredOn(a -> a.event() == Event.FIRING).allSatisfy(a -> {
            Figures figures = a.figures().orElseThrow();
            assertThat(figures.high()).isGreaterThanOrEqualTo(50);
            if (a.tier() == Tier.ESTABLISHED) {
                assertThat(figures.low()).isGreaterThanOrEqualTo(50);
                assertThat(figures.origins()).isGreaterThanOrEqualTo(2);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deliveredTwiceNothingMoreIsTold(long seed) {
        assertThat(run(seed, 2).told()).isEqualTo(run(seed).told());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figuresThatOnlyGrowAreNeverCorrected(long seed) {
        Random random = new Random(seed);
        Watched watched = new Watched(rule(new Condition.Threshold(50, Optional.empty()), 2, Duration.ofHours(2)));
        long low = 0;
        for (int hour = 0; hour < 20; hour++) {
            low += random.nextInt(15);
            watched.take(tally(2, low, low, low + 5, 1 + random.nextInt(3), hour, "c" + hour));
        }
        assertThat(watched.told()).noneMatch(a -> a.event() == Event.CORRECTION);
    }

    private static Watched run(long seed) {
        return run(seed, 1);
    }

    /** Tallies of three days that rise, fall and vanish, while time goes on. */
    private static Watched run(long seed, int deliveries) {
        Random random = new Random(seed);
        Watched watched = new Watched(rule(new Condition.Threshold(50, Optional.empty()), 2, Duration.ofHours(3)));
        for (int hour = 0; hour < 90; hour++) {
            Consumer<Watched> step = step(random, hour);
            for (int i = 0; i < deliveries; i++) {
                step.accept(watched);
            }
        }
        return watched;
    }

    private static Consumer<Watched> step(Random random, int hour) {
        int day = 1 + random.nextInt(3);
        int what = random.nextInt(10);
        if (what == 0) {
            return watched -> watched.vanish(KILLED, window(day));
        }
        if (what < 4) {
            return watched -> watched.until(day(1).plus(Duration.ofHours(hour)));
        }
        long low = random.nextInt(100);
        long high = low + random.nextInt(40);
        Tally tally = tally(
                day, low, low + random.nextInt((int) (high - low) + 1), high, 1 + random.nextInt(3), hour, "c" + hour);
        return watched -> watched.take(tally);
    }
}
