package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.CALENDAR;
import static org.tollwatch.ledger.Fixtures.PARTIES;
import static org.tollwatch.ledger.Fixtures.PLACES;
import static org.tollwatch.ledger.Fixtures.RECKONING;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.start;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changed between two moments, and by what: laws over generated ledgers, and the causes one by one. */
class DifferenceTest {

    private static final int CASES = Cases.of(150);
    private static final List<Window> WINDOWS = List.of(span(0, 10), span(2, 6), span(4, 5));
    private static final Difference DIFFERENCE = new Difference(RECKONING, RECKONING);
    private static final Window WHOLE = span(0, 10);

    @Test
    void betweenAMomentAndItselfNothingChanges() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            Instant at = start(random.nextInt(11));
            assertThat(DIFFERENCE.between(ledger, WINDOWS, scope -> true, at, at))
                    .isEmpty();
        });
    }

    @Test
    void whatWasAndWhatChangedGiveWhatIsAndEveryChangeHasACauseWithItsClaims() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            Instant from = start(1 + random.nextInt(9));
            Instant to = from.plusSeconds(3_600L * (1 + random.nextInt(72)));
            Map<List<Object>, List<Object>> tallies = figures(RECKONING.tallies(ledger, WINDOWS, from));
            for (Change change : DIFFERENCE.between(ledger, WINDOWS, scope -> true, from, to)) {
                List<Object> key = List.of(change.scope(), change.window());
                assertThat(figures(change.before().stream().toList()).get(key)).isEqualTo(tallies.remove(key));
                tallies.putAll(figures(change.after().stream().toList()));
                assertThat(change.causes())
                        .isNotEmpty()
                        .allSatisfy(c -> assertThat(c.claims()).isNotEmpty().doesNotContainNull());
            }
            assertThat(tallies).isEqualTo(figures(RECKONING.tallies(ledger, WINDOWS, to)));
        });
    }

    /** What is looked through is what may have changed, and what was found for one is kept for the next. */
    @Test
    void whatIsToldIsWhatReckoningAllOfBothMomentsTells() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            Instant from = start(1 + random.nextInt(9));
            Instant to = from.plusSeconds(3_600L * (1 + random.nextInt(72)));
            Set<Window> windows = new LinkedHashSet<>(WINDOWS);
            ledger.forEach(claim -> windows.addAll(Book.windowsOf(claim.period(), CALENDAR)));
            Map<List<Object>, Tally> before = tallies(ledger, windows, from);
            Map<List<Object>, Tally> after = tallies(ledger, windows, to);
            Set<List<Object>> changed = new HashSet<>(before.keySet());
            changed.addAll(after.keySet());
            changed.removeIf(key -> Objects.equals(figures(before.get(key)), figures(after.get(key))));
            List<Change> told = DIFFERENCE.between(ledger, windows, scope -> true, from, to);
            assertThat(told).hasSize(changed.size());
            for (Change change : told) {
                List<Object> key = List.of(change.scope(), change.window());
                assertThat(changed).contains(key);
                assertThat(change.before()).isEqualTo(Optional.ofNullable(before.get(key)));
                assertThat(change.after()).isEqualTo(Optional.ofNullable(after.get(key)));
                if (random.nextInt(10) == 0) {
                    assertThat(DIFFERENCE.between(ledger, List.of(change.window()), change.scope()::equals, from, to))
                            .containsExactly(change);
                }
            }
        });
    }

    private static Map<List<Object>, Tally> tallies(List<Claim> ledger, Set<Window> windows, Instant asOf) {
        Map<List<Object>, Tally> tallies = new HashMap<>();
        RECKONING.tallies(ledger, windows, asOf).stream()
                .filter(t -> windows.contains(t.window()))
                .forEach(t -> tallies.put(List.of(t.scope(), t.window()), t));
        return tallies;
    }

    private static List<Object> figures(Tally tally) {
        return tally == null ? null : List.of(tally.low(), tally.best(), tally.high(), tally.grade());
    }

    @Test
    void aFigureAboutLaterIsNewAndOneAboutEarlierIsLate() {
        Claim early = at(Fixtures.total("early", "x", 2, Count.exactly(59)), 2);
        Claim next = at(Fixtures.total("next", "x", 6, Count.exactly(84)), 6);
        Claim late = at(Fixtures.in(ARTSAKH.withParty("armenia"), Fixtures.day("late", "y", 1, Count.exactly(5))), 6);
        List<Change> changes =
                DIFFERENCE.between(List.of(early, next, late), List.of(WHOLE), scope -> true, start(5), start(9));
        assertThat(cause(changes, "artsakh")).isEqualTo(new Change.Cause(Change.Kind.NEW, List.of(next)));
        assertThat(cause(changes, "armenia")).isEqualTo(new Change.Cause(Change.Kind.LATE, List.of(late)));
    }

    @Test
    void aLowerTotalRevisesAndAWithdrawalRetracts() {
        Claim high = at(Fixtures.total("high", "x", 4, Count.exactly(4_327)), 4);
        Claim lower = at(Fixtures.total("lower", "x", 6, Count.exactly(4_237)), 6);
        List<Change> revised =
                DIFFERENCE.between(List.of(high, lower), List.of(WHOLE), scope -> true, start(5), start(9));
        assertThat(cause(revised, "artsakh")).isEqualTo(new Change.Cause(Change.Kind.REVISED, List.of(high, lower)));

        Claim withdrawn = Ledgers.withdrawal(at(high, 5));
        List<Change> retracted =
                DIFFERENCE.between(List.of(high, withdrawn), List.of(WHOLE), scope -> true, start(5), start(9));
        assertThat(cause(retracted, "artsakh"))
                .isEqualTo(new Change.Cause(Change.Kind.RETRACTED, List.of(high, withdrawn)));
        assertThat(retracted.get(0).after()).isEmpty();
    }

    @Test
    void aCountThatBeganAnewIsNamed() {
        List<Claim> ledger = List.of(
                at(Fixtures.total("a", "x", 3, Count.exactly(4_047)), 3),
                at(Fixtures.total("b", "x", 5, Count.exactly(123)), 5),
                at(Fixtures.total("c", "x", 6, Count.exactly(130)), 6));
        List<Change> changes = DIFFERENCE.between(ledger, List.of(WHOLE), scope -> true, start(4), start(9));
        assertThat(changes.get(0).after().orElseThrow().low()).isEqualTo(4_177);
        assertThat(changes.get(0).causes()).contains(new Change.Cause(Change.Kind.RESTARTED, ledger.subList(0, 2)));
    }

    @Test
    void otherRulesOnTheSameClaimsAreThePolicy() {
        Policy lowest = new Policy("lowest", WordProfile.interval(), Policy.Quote.LOWEST);
        Reckoning other = new Reckoning(PARTIES, PLACES, CALENDAR, lowest);
        List<Claim> ledger = List.of(
                at(
                        Fixtures.claim(
                                "a",
                                "x",
                                Side.INDEPENDENT,
                                Count.exactly(9),
                                days(0, 10),
                                Extent.WHOLE,
                                Coverage.CUMULATIVE),
                        9),
                at(
                        Fixtures.claim(
                                "b",
                                "y",
                                Side.INDEPENDENT,
                                Count.exactly(5),
                                days(0, 10),
                                Extent.WHOLE,
                                Coverage.CUMULATIVE),
                        8));
        List<Change> changes =
                new Difference(RECKONING, other).between(ledger, List.of(WHOLE), scope -> true, start(10), start(10));
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(
                        c -> assertThat(c.causes()).containsExactly(new Change.Cause(Change.Kind.POLICY, List.of())));
    }

    private static Change.Cause cause(List<Change> changes, String party) {
        List<Change> found = changes.stream()
                .filter(c -> c.scope().equals(ARTSAKH.withParty(party)))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).causes()).hasSize(1);
        return found.get(0).causes().get(0);
    }

    private static Claim at(Claim claim, int day) {
        return Fixtures.published(claim, start(day), false);
    }

    private static Map<List<Object>, List<Object>> figures(List<Tally> tallies) {
        Map<List<Object>, List<Object>> figures = new HashMap<>();
        tallies.stream()
                .filter(t -> WINDOWS.contains(t.window()))
                .forEach(t ->
                        figures.put(List.of(t.scope(), t.window()), List.of(t.low(), t.best(), t.high(), t.grade())));
        return figures;
    }
}
