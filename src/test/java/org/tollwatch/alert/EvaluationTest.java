package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.alert.Tallies.KILLED;
import static org.tollwatch.alert.Tallies.day;
import static org.tollwatch.alert.Tallies.rule;
import static org.tollwatch.alert.Tallies.said;
import static org.tollwatch.alert.Tallies.tally;
import static org.tollwatch.alert.Tallies.view;
import static org.tollwatch.alert.Tallies.window;
import static org.tollwatch.alert.Tallies.with;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Period;

class EvaluationTest {

    private static final Rule FIFTY = rule(new Condition.Threshold(50, Optional.empty()), 2, Duration.ZERO);
    private static final Rule HELD = rule(new Condition.Threshold(50, Optional.empty()), 1, Duration.ofHours(6));

    @Test
    void theHighBoundIsPossibleAndTheLowByTwoOriginsEstablished() {
        Watched watched = new Watched(FIFTY);
        assertThat(watched.take(tally(2, 20, 30, 49, 3, 10, "a"))).isEmpty();
        assertThat(watched.take(tally(2, 20, 30, 60, 1, 11, "a", "b"))).containsExactly("FIRING POSSIBLE 30");
        assertThat(watched.take(tally(2, 55, 55, 60, 1, 12, "c"))).isEmpty();
        assertThat(watched.take(tally(2, 55, 55, 60, 2, 13, "c", "d")))
                .containsExactly("RESOLUTION POSSIBLE 30", "FIRING ESTABLISHED 55");
        assertThat(watched.take(tally(2, 56, 56, 60, 3, 14, "c", "d", "e"))).isEmpty();
    }

    @Test
    void anOpenHighIsNoFigure() {
        assertThat(new Watched(FIFTY).take(tally(2, 3, 3, Count.OPEN, 1, 10))).isEmpty();
    }

    @Test
    void establishedOnlyAfterItHeldAndAtTheTimeItHadHeld() {
        Watched watched = new Watched(HELD);
        assertThat(watched.take(tally(2, 55, 55, 55, 1, 2))).containsExactly("FIRING POSSIBLE 55");
        assertThat(watched.until(day(2).plus(Duration.ofHours(7)))).isEmpty();
        assertThat(watched.until(day(2).plus(Duration.ofHours(9))))
                .containsExactly("RESOLUTION POSSIBLE 55", "FIRING ESTABLISHED 55");
        assertThat(watched.told().get(2).startsAt()).isEqualTo(day(2).plus(Duration.ofHours(8)));
    }

    @Test
    void whatFallsMeanwhileHasNotHeld() {
        Watched watched = new Watched(HELD);
        watched.take(tally(2, 55, 55, 55, 1, 2));
        assertThat(watched.take(tally(2, 40, 40, 40, 1, 4)))
                .containsExactly("CORRECTION POSSIBLE 55 40", "RESOLUTION POSSIBLE 40");
        watched.take(tally(2, 57, 57, 57, 1, 6));
        assertThat(watched.until(day(2).plus(Duration.ofHours(9)))).isEmpty();
        assertThat(watched.until(day(2).plus(Duration.ofHours(12)))).hasSize(2);
    }

    @Test
    void aFigureTakenBackIsCorrectedOnceWithBeforeAndAfter() {
        Watched watched = new Watched(FIFTY);
        watched.take(tally(2, 80, 80, 80, 2, 10, "a", "b"));
        assertThat(watched.take(tally(2, 54, 54, 54, 2, 11, "b", "c"))).containsExactly("CORRECTION ESTABLISHED 80 54");
        assertThat(watched.take(tally(2, 54, 54, 54, 2, 12, "b", "c"))).isEmpty();
        assertThat(watched.vanish(KILLED, window(2)))
                .containsExactly("CORRECTION ESTABLISHED 54", "RESOLUTION ESTABLISHED");
        assertThat(watched.vanish(KILLED, window(2))).isEmpty();
        assertThat(watched.told())
                .extracting(Alert::id)
                .containsOnly(watched.told().get(0).id());
        assertThat(watched.told()).extracting(Alert::number).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aRetractionIsToldThoughAnotherClaimHasTheSameFigure() {
        Finding retracted =
                new Finding(Finding.Kind.RETRACTION, "artsakh", new Period(day(2), day(3)), 54, 54, List.of("a", "r"));
        Watched watched = new Watched(FIFTY);
        watched.take(tally(2, 54, 54, 54, 2, 10, "a", "b"));
        assertThat(watched.take(with(tally(2, 54, 54, 54, 2, 11, "b", "c"), retracted)))
                .containsExactly("CORRECTION ESTABLISHED 54 54");
        assertThat(watched.take(with(tally(2, 54, 54, 54, 2, 12, "b", "c", "d"), retracted)))
                .isEmpty();
    }

    @Test
    void whatOthersTookBackBeforeItFiredIsNoCorrection() {
        Finding retracted =
                new Finding(Finding.Kind.RETRACTION, "artsakh", new Period(day(2), day(3)), 90, 54, List.of("b", "r"));
        Watched watched = new Watched(FIFTY);
        watched.take(with(tally(2, 54, 54, 54, 2, 10, "a", "b"), retracted));
        assertThat(watched.take(with(tally(2, 60, 60, 60, 2, 11, "a", "b"), retracted)))
                .isEmpty();
    }

    @Test
    void afterItsTimeAnAlertIsOverAndStillCorrected() {
        Watched watched = new Watched(FIFTY);
        watched.take(tally(2, 80, 80, 80, 2, 10, "a"));
        assertThat(watched.until(day(4).plus(Duration.ofHours(1)))).containsExactly("RESOLUTION ESTABLISHED 80");
        assertThat(watched.take(tally(2, 60, 60, 60, 2, 23, "b"))).containsExactly("CORRECTION ESTABLISHED 80 60");
        assertThat(watched.take(tally(2, 90, 90, 90, 2, 23, "c"))).isEmpty();
    }

    @Test
    void aRiseIsAgainstTheMedianOfWhatIsKnown() {
        Rule threefold = rule(new Condition.Rise(3, 14, 3, 5, Optional.empty()), 1, Duration.ZERO);
        Watched watched = new Watched(threefold);
        for (int day = 1; day <= 3; day++) {
            assertThat(watched.take(tally(day, 10 * day, 10 * day, 10 * day, 1, 20)))
                    .isEmpty();
        }
        assertThat(watched.take(tally(6, 59, 59, 59, 1, 20))).isEmpty();
        assertThat(watched.take(tally(6, 60, 60, 60, 1, 21))).containsExactly("FIRING ESTABLISHED 60");
        assertThat(watched.told().get(0).why()).isEqualTo("reaches 3.0 times the usual 20");
    }

    @Test
    void theFloorKeepsSmallNumbersFromBeingARise() {
        Watched watched = new Watched(rule(new Condition.Rise(3, 14, 3, 10, Optional.empty()), 1, Duration.ZERO));
        for (int day = 1; day <= 4; day++) {
            assertThat(watched.take(tally(day, 1, 1, 1, 1, 20))).isEmpty();
        }
        assertThat(watched.take(tally(5, 29, 29, 29, 1, 20))).isEmpty();
        assertThat(watched.take(tally(5, 30, 30, 30, 1, 20))).hasSize(1);
    }

    @Test
    void claimantsWhoDisagreeByTheirBestsPossiblyAndByTheirRangesForSure() {
        Rule twice = rule(new Condition.Divergence(2, 20), 2, Duration.ZERO);
        assertThat(new Watched(twice).take(said(2, view("a", 30, 30, 30), view("b", 40, 45, Count.OPEN))))
                .isEmpty();
        assertThat(new Watched(twice).take(said(2, view("a", 30, 30, 50), view("b", 90, 90, 90))))
                .containsExactly("FIRING POSSIBLE 1");
        assertThat(new Watched(twice).take(said(2, view("a", 30, 30, 30), view("b", 90, 90, 90))))
                .containsExactly("FIRING ESTABLISHED 1");
    }

    @Test
    void aPlaceIsFirstOnceAndAgainOnlyIfItWasTakenBack() {
        Watched watched = new Watched(rule(new Condition.First(true), 1, Duration.ZERO));
        var shusha = KILLED.withPlace("shusha");
        assertThat(watched.take(tally(shusha, 2, 1, 1, 1, 1, 10, "a"))).containsExactly("FIRING ESTABLISHED 1");
        assertThat(watched.take(tally(shusha, 3, 4, 4, 4, 1, 10, "b"))).isEmpty();
        assertThat(watched.take(tally(KILLED.withPlace("barda"), 3, 4, 4, 4, 1, 10, "c")))
                .hasSize(1);
        assertThat(watched.vanish(shusha, window(2))).hasSize(2);
        assertThat(watched.take(tally(shusha, 3, 5, 5, 5, 1, 11, "d"))).containsExactly("FIRING ESTABLISHED 5");
        assertThat(watched.told())
                .filteredOn(a -> a.number() == 0)
                .extracting(Alert::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void silenceIsMeasuredByWhatOthersPublish() {
        Rule silent = rule(new Condition.Silence(true, Duration.ofHours(48), Choice.of("wire")), 1, Duration.ZERO);
        Watched watched = new Watched(silent);
        assertThat(watched.published("wire", day(2))).isEmpty();
        assertThat(watched.until(day(3))).isEmpty();
        assertThat(watched.until(day(5))).containsExactly("FIRING ESTABLISHED");
        assertThat(watched.told().get(0).startsAt()).isEqualTo(day(4));
        assertThat(watched.published("wire", day(5))).containsExactly("RESOLUTION ESTABLISHED");
        assertThat(watched.until(day(8))).containsExactly("FIRING ESTABLISHED");
        assertThat(watched.told().get(0).id())
                .isNotEqualTo(watched.told().get(2).id());
    }

    @Test
    void aPartyIsSilentUntilATallyOfItIsNewer() {
        Rule silent = rule(new Condition.Silence(false, Duration.ofHours(24), Choice.EACH), 1, Duration.ZERO);
        Watched watched = new Watched(silent);
        assertThat(watched.take(tally(2, 1, 1, 1, 1, 0))).isEmpty();
        assertThat(watched.until(day(4))).containsExactly("FIRING ESTABLISHED");
        assertThat(watched.take(tally(4, 1, 1, 1, 1, 1))).containsExactly("RESOLUTION ESTABLISHED");
    }

    @Test
    void whatHoldsIsEstablishedThoughNothingElseIsPublished() {
        Watched watched = new Watched(HELD);
        watched.take(tally(2, 55, 55, 55, 1, 2));
        assertThat(watched.quietUntil(day(2).plus(Duration.ofHours(7)))).isEmpty();
        assertThat(watched.quietUntil(day(2).plus(Duration.ofHours(20))))
                .containsExactly("RESOLUTION POSSIBLE 55", "FIRING ESTABLISHED 55");
        assertThat(watched.told())
                .extracting(Alert::at)
                .endsWith(day(2).plus(Duration.ofHours(8)), day(2).plus(Duration.ofHours(8)));
        assertThat(watched.quietUntil(day(9))).containsExactly("RESOLUTION ESTABLISHED 55");
        assertThat(watched.told()).last().extracting(Alert::at).isEqualTo(day(4));
    }

    @Test
    void whatHeldBeforeItFellIsToldAndCorrectedThoughNothingWasPublishedMeanwhile() {
        Watched watched = new Watched(HELD);
        watched.take(tally(2, 55, 55, 55, 1, 2));
        assertThat(watched.take(tally(2, 40, 40, 40, 1, 12)))
                .containsExactly(
                        "RESOLUTION POSSIBLE 55",
                        "FIRING ESTABLISHED 55",
                        "CORRECTION ESTABLISHED 55 40",
                        "RESOLUTION ESTABLISHED 40");
    }

    @Test
    void aSourceIsSilentWhileAllOthersAreToo() {
        Rule silent = rule(new Condition.Silence(true, Duration.ofHours(48), Choice.EACH), 1, Duration.ZERO);
        Watched watched = new Watched(silent);
        watched.published("wire", day(2));
        assertThat(watched.quietUntil(day(4).minus(Duration.ofSeconds(1)))).isEmpty();
        assertThat(watched.quietUntil(day(5))).containsExactly("FIRING ESTABLISHED");
        assertThat(watched.told().get(0).startsAt()).isEqualTo(day(4));
        assertThat(watched.quietUntil(day(20))).isEmpty();
        assertThat(watched.published("wire", day(6))).isEmpty();
        assertThat(watched.published("wire", day(21))).containsExactly("RESOLUTION ESTABLISHED");
    }

    @Test
    void aPartyIsSilentWhileAllOthersAreToo() {
        Rule silent = rule(new Condition.Silence(false, Duration.ofHours(24), Choice.EACH), 1, Duration.ZERO);
        Watched watched = new Watched(silent);
        watched.take(tally(2, 1, 1, 1, 1, 0));
        assertThat(watched.quietUntil(day(4))).containsExactly("FIRING ESTABLISHED");
        assertThat(watched.told().get(0).startsAt()).isEqualTo(day(3));
    }

    @Test
    void rulesThatAreOthersSeeWhatIsKnown() {
        Watched watched = new Watched(FIFTY);
        watched.take(tally(2, 55, 55, 55, 2, 10, "a"));
        Rule higher = rule(new Condition.Threshold(60, Optional.empty()), 2, Duration.ZERO);
        assertThat(watched.reread(higher)).containsExactly("RESOLUTION ESTABLISHED 55");
        assertThat(watched.reread(FIFTY)).containsExactly("FIRING ESTABLISHED 55");
        assertThat(watched.reread()).containsExactly("RESOLUTION ESTABLISHED 55");
    }
}
