package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.RECKONING;
import static org.tollwatch.ledger.Fixtures.day;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.incident;
import static org.tollwatch.ledger.Fixtures.published;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.start;
import static org.tollwatch.ledger.Fixtures.total;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What someone who asks why a claim is not the figure is told. */
class WhyTest {

    @Test
    void aSlipNamesTheTotalsBesideItAndANewCountNamesNobody() {
        List<Claim> slip = FindingsTest.totals(100, 300, 110);
        assertThat(told(slip, span(0, 3), "t1")).isEqualTo("[SET_ASIDE] OUTLIER by [t0, t2]");
        List<Claim> anew = FindingsTest.totals(90, 20, 29);
        assertThat(told(anew, span(0, 3), "t1")).isEqualTo("[CONTAINED] by []");
        assertThat(told(anew, span(0, 3), "t2")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
    }

    @Test
    void aRepeatNamesTheFirstThatSaidIt() {
        Claim first = published(total("first", "mod", 3, Count.exactly(26)), start(2), true);
        Claim again = published(total("again", "mod", 6, Count.exactly(26)), start(5), true);
        assertThat(told(List.of(first, again), span(0, 6), "again")).isEqualTo("[SET_ASIDE] REPEAT by [first]");
    }

    @Test
    void aDayThatTheTotalsContradictNamesTheTotals() {
        List<Claim> claims = FindingsTest.totals(100, 820);
        claims.add(day("d", "mod", 1, Count.exactly(66)));
        assertThat(told(claims, span(0, 2), "d")).startsWith("[SET_ASIDE] CONTRADICTED by [");
        assertThat(told(claims, span(1, 2), "d")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
    }

    @Test
    void daysThatTileTheWindowSetItThoughATotalSaysOtherwise() {
        List<Claim> claims = FindingsTest.totals(100, 820, 850);
        claims.add(day("d", "mod", 1, Count.exactly(66)));
        claims.add(day("e", "mod", 2, Count.exactly(30)));
        assertThat(told(claims, span(1, 3), "d")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
        assertThat(told(claims, span(1, 3), "e")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
    }

    @Test
    void whatIsWithdrawnNamesTheWithdrawalWhichCountsNothingItself() {
        Claim wrong = day("wrong", "mod", 1, Count.exactly(66));
        List<Claim> claims = List.of(wrong, withdrawal("back", wrong), day("right", "mod", 1, Count.exactly(6)));
        assertThat(told(claims, span(1, 2), "wrong")).isEqualTo("[SET_ASIDE] RETRACTED by [back]");
        assertThat(told(claims, span(1, 2), "back")).isEqualTo("[NOT_COUNTED] RETRACTION by [wrong]");
        assertThat(told(claims, span(1, 2), "right")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
    }

    @Test
    void theVaguerIsToldApartFromWhoSaysNoNumber() {
        Claim own = day("own", "mod", 1, Count.exactly(10));
        Claim vague = day("vague", "paper", 1, Count.atLeast(1));
        assertThat(told(List.of(own, vague), span(1, 2), "vague")).isEqualTo("[NOT_COUNTED] VAGUER by []");
        Claim nothing = day("nothing", "paper", 1, new Count(0, 0, Count.OPEN));
        assertThat(told(List.of(own, nothing), span(1, 2), "nothing")).isEqualTo("[NOT_COUNTED] NO_NUMBER by []");
    }

    @Test
    void ofTheSameIncidentTheLargerIsTheFigureAndTheOtherIsContained() {
        List<Claim> claims = List.of(
                incident("small", "un", 2, Count.exactly(4)),
                incident("large", "un", 2, Count.exactly(5)),
                incident("other", "un", 3, Count.exactly(2)));
        assertThat(told(claims, span(0, 7), "large")).isEqualTo("[SETS_LOW, SETS_BEST] by []");
        assertThat(told(claims, span(0, 7), "other")).isEqualTo("[SETS_LOW, SETS_BEST] by []");
        assertThat(told(claims, span(0, 7), "small")).isEqualTo("[CONTAINED] by []");
    }

    @Test
    void whereTwoDisagreeEachSetsItsEnd() {
        List<Claim> claims =
                List.of(day("few", "mod", 1, Count.exactly(10)), day("many", "paper", 1, Count.exactly(30)));
        assertThat(told(claims, span(1, 2), "few")).startsWith("[SETS_LOW");
        assertThat(told(claims, span(1, 2), "many")).contains("SETS_HIGH");
    }

    @Test
    void theAdversaryWhoAgreesIsNotCountedAndSaidToBeTheAdversary() {
        Claim own = day("own", "mod", 1, Count.exactly(10));
        Claim enemy = claim("enemy", "foe", Side.ADVERSARY, Count.exactly(10), 1, 2);
        assertThat(told(List.of(own, enemy), span(1, 2), "enemy")).isEqualTo("[NOT_COUNTED] ADVERSARY by []");
    }

    @Test
    void ofThreeWhoDisagreeTheOuterTwoSetTheEndsAndTheNewestIsQuoted() {
        List<Claim> claims = List.of(
                day("few", "a", 1, Count.exactly(10)),
                published(day("newest", "b", 1, Count.exactly(20)), start(3), false),
                day("many", "c", 1, Count.exactly(30)));
        assertThat(told(claims, span(1, 2), "few")).isEqualTo("[SETS_LOW] by []");
        assertThat(told(claims, span(1, 2), "newest")).isEqualTo("[SETS_BEST] by []");
        assertThat(told(claims, span(1, 2), "many")).isEqualTo("[SETS_HIGH] by []");
    }

    @Test
    void ofTwoWhoSayTheSameTheNewerSetsTheFigureAndTheOlderIsContained() {
        List<Claim> claims = List.of(
                day("older", "a", 1, Count.exactly(10)),
                published(day("newer", "b", 1, Count.exactly(10)), start(3), false));
        assertThat(told(claims, span(1, 2), "newer")).isEqualTo("[SETS_LOW, SETS_BEST, SETS_HIGH] by []");
        assertThat(told(claims, span(1, 2), "older")).isEqualTo("[CONTAINED] by []");
    }

    @Test
    void aRangeIsVaguerOnlyIfItHoldsTheWholeOfAnother() {
        Claim exact = published(day("exact", "a", 1, Count.between(30, 40)), start(3), false);
        for (Count wider : List.of(Count.between(30, 41), Count.between(29, 40), Count.between(1, 90))) {
            Claim vague = day("vague", "b", 1, wider);
            assertThat(told(List.of(exact, vague), span(1, 2), "vague")).isEqualTo("[NOT_COUNTED] VAGUER by []");
        }
        Claim lower = day("lower", "b", 1, Count.between(25, 39));
        assertThat(told(List.of(exact, lower), span(1, 2), "lower")).isEqualTo("[SETS_LOW] by []");
    }

    @Test
    void ofManyTotalsTheTwoAtTheEndsOfTheWindowSetTheStep() {
        List<Claim> claims = FindingsTest.totals(10, 20, 35, 50, 70);
        assertThat(setting(claims, span(2, 4), Role.SETS_LOW)).containsExactly("t1", "t3");
        assertThat(setting(claims, span(2, 4), Role.SETS_HIGH)).containsExactly("t1", "t3");
        assertThat(setting(claims, span(0, 5), Role.SETS_HIGH)).containsExactly("t4");
    }

    @Test
    void whatAnotherRunningTotalSaysSinceItsOwnOriginCountsToo() {
        List<Claim> claims = FindingsTest.totals(10, 20, 35, 50, 70);
        for (int to = 4; to <= 6; to++) {
            claims.add(claim("s" + to, "mod", Side.INDEPENDENT, Count.exactly(20L * (to - 3)), 3, to));
        }
        assertThat(setting(claims, span(0, 6), Role.SETS_LOW)).containsExactly("s6", "t2");
    }

    @Test
    void aPartThatIsContestedSaysWhoContestsIt() {
        Scope town = ARTSAKH.withPlace("shushi");
        List<Claim> claims = List.of(
                Fixtures.in(town, day("few", "a", 1, Count.exactly(10))),
                Fixtures.in(town, published(day("many", "b", 1, Count.exactly(30)), start(3), false)));
        assertThat(told(claims, span(1, 2), "few")).isEqualTo("[SETS_LOW] by []");
        assertThat(RECKONING
                        .explain(claims, ARTSAKH, span(1, 2), Instant.MAX)
                        .line("many")
                        .orElseThrow()
                        .route())
                .containsExactly(Step.PLACES);
    }

    private static List<String> setting(List<Claim> ledger, Window window, Role role) {
        return RECKONING.explain(ledger, ARTSAKH, window, Instant.MAX).lines(role).stream()
                .map(l -> l.claim().id())
                .sorted()
                .toList();
    }

    private static Claim withdrawal(String id, Claim of) {
        return new Claim(
                id,
                of.scope(),
                of.account(),
                of.side(),
                of.count(),
                of.period(),
                false,
                of.extent(),
                of.coverage(),
                "",
                of.publishedAt().plusSeconds(60),
                Optional.empty(),
                of.id());
    }

    private static Claim claim(String id, String account, Side side, Count count, int from, int to) {
        return Fixtures.claim(id, account, side, count, days(from, to), Extent.WHOLE, Coverage.HISTORICAL);
    }

    private static String told(List<Claim> ledger, Window window, String id) {
        Explanation.Line line =
                RECKONING.explain(ledger, ARTSAKH, window, Instant.MAX).line(id).orElseThrow();
        String why = line.reason().map(r -> r + " ").orElse("")
                + line.uncounted().map(u -> u + " ").orElse("");
        return new TreeSet<>(line.roles()) + " " + why + "by " + line.by();
    }
}
