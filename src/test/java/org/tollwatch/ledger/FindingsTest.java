package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.day;
import static org.tollwatch.ledger.Fixtures.figure;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.tally;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of unusual figures: a reader who is not told takes a slip, or a new count, for news. */
class FindingsTest {

    @Test
    void aTotalThatIsLoweredALittleIsARevisionAndByATenthItCountsSomethingElse() {
        assertThat(found(totals(100, 91))).containsExactly("REVISION 100 91 [t0, t1]");
        assertThat(found(totals(100, 90))).containsExactly("BASIS_CHANGE 100 90 [t0, t1]");
        assertThat(found(totals(300, 271))).containsExactly("REVISION 300 271 [t0, t1]");
        assertThat(found(totals(300, 270))).containsExactly("BASIS_CHANGE 300 270 [t0, t1]");
        assertThat(found(totals(40, 31))).containsExactly("REVISION 40 31 [t0, t1]");
    }

    @Test
    void totalsThatOnlyRiseHaveNothingUnusual() {
        assertThat(found(totals(40, 60, 60, 95))).isEmpty();
    }

    @Test
    void aDeepFallIsASlipUntilTheNextTotalStaysLowAndThenANewCount() {
        assertThat(found(totals(90, 20))).containsExactly("OUTLIER 20 90 [t1, t0]");
        assertThat(read(totals(90, 20))).isEqualTo("90 90 open");
        assertThat(found(totals(90, 20, 29))).containsExactly("RESTART 90 20 [t0, t1]");
        assertThat(read(totals(90, 20, 29))).isEqualTo("119 119 119");
        assertThat(found(totals(90, 20, 95))).containsExactly("OUTLIER 20 95 [t1, t2]");
        assertThat(read(totals(90, 20, 95))).isEqualTo("95 95 95");
    }

    @Test
    void onlyACountOfFiftyThatFallsBelowAThirdBeginsAnew() {
        assertThat(found(totals(50, 15, 15))).containsExactly("RESTART 50 15 [t0, t1]");
        assertThat(found(totals(50, 16, 16))).containsExactly("BASIS_CHANGE 50 16 [t0, t1]");
        assertThat(found(totals(49, 9, 9))).containsExactly("BASIS_CHANGE 49 9 [t0, t1]");
    }

    @Test
    void aTotalThatBothItsNeighboursContradictIsASlip() {
        assertThat(found(totals(100, 121, 110))).containsExactly("OUTLIER 121 110 [t1, t2]");
        assertThat(found(totals(100, 120, 110))).containsExactly("REVISION 120 110 [t1, t2]");
        assertThat(found(totals(100, 89, 110))).containsExactly("OUTLIER 89 110 [t1, t2]");
        assertThat(found(totals(100, 100, 90))).doesNotContain("OUTLIER 100 90 [t1, t2]");
    }

    @Test
    void aSlipIsNotCountedAndTheTotalsBesideItAre() {
        assertThat(read(totals(100, 300, 110))).isEqualTo("110 110 110");
        assertThat(figure(tally(totals(100, 300, 110), ARTSAKH, span(1, 3)))).isEqualTo("10 10 10");
    }

    @Test
    void aSlipIsToldOnlyInTheWindowsThatItEndsIn() {
        assertThat(found(totals(100, 300, 110, 115), span(3, 4))).isEmpty();
        assertThat(found(totals(100, 300, 110, 115), span(0, 3))).containsExactly("OUTLIER 300 110 [t1, t2]");
    }

    @Test
    void aStepThatCountsMoreThanItsDayIsALateLumpAndLessARevision() {
        List<Claim> more = totals(100, 820);
        more.add(day("d", "mod", 1, Count.exactly(66)));
        assertThat(found(more)).containsExactly("LATE_LUMP 66 720 [d]");
        List<Claim> less = totals(100, 110);
        less.add(day("d", "mod", 1, Count.exactly(66)));
        assertThat(found(less)).containsExactly("REVISION 66 10 [d]");
    }

    @Test
    void aLateLumpMovesTheTotalAndNotTheRateOfTheDaysAroundIt() {
        List<Claim> claims = totals(100, 820, 850);
        claims.add(day("d", "mod", 1, Count.exactly(66)));
        assertThat(figure(tally(claims, ARTSAKH, span(1, 3)))).isEqualTo("96 96 750");
        assertThat(read(claims)).isEqualTo("850 850 850");
        claims.add(day("e", "mod", 2, Count.exactly(30)));
        assertThat(figure(tally(claims, ARTSAKH, span(1, 3)))).isEqualTo("96 96 96");
    }

    @Test
    void aWindowThatCutsAStepOfSeveralDaysTellsIt() {
        List<Claim> claims = List.of(
                Fixtures.total("a", "mod", 2, Count.exactly(10)),
                Fixtures.total("b", "mod", 5, Count.exactly(34)),
                Fixtures.incident("c", "mod", 4, Count.exactly(3)));
        assertThat(found(claims, span(0, 3))).containsExactly("SKIPPED_DAYS 0 24 [b]");
        assertThat(found(claims, span(4, 5))).containsExactly("SKIPPED_DAYS 0 24 [b]");
        assertThat(found(claims, span(0, 5))).isEmpty();
    }

    /** Of day after day, from the first. */
    static List<Claim> totals(long... figures) {
        List<Claim> totals = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            totals.add(Fixtures.total("t" + i, "mod", i + 1, Count.exactly(figures[i])));
        }
        return totals;
    }

    private static String read(List<Claim> claims) {
        return figure(tally(claims, ARTSAKH, window(claims)));
    }

    private static List<String> found(List<Claim> claims) {
        return found(claims, window(claims));
    }

    private static Window window(List<Claim> claims) {
        return span(0, (int) claims.stream().filter(c -> c.id().startsWith("t")).count());
    }

    private static List<String> found(List<Claim> claims, Window window) {
        return tally(claims, ARTSAKH, window).findings().stream()
                .map(f -> f.kind() + " " + f.before() + " " + f.after() + " " + f.claims())
                .toList();
    }
}
