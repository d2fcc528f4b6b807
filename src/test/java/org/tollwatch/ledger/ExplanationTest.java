package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.RECKONING;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.span;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Why a tally is what it is: laws over generated ledgers, and the cases people ask about. */
class ExplanationTest {

    private static final int CASES = Cases.of(150);

    @Test
    void aRunningTotalContainsItsDaysAndTheAdversaryIsNotCounted() {
        Claim total = Fixtures.total("total", "artsakh", 3, Count.exactly(84));
        Claim day = Fixtures.day("day", "artsakh", 1, Count.exactly(20));
        Claim enemy = Fixtures.claim(
                "enemy",
                "azerbaijan",
                Side.ADVERSARY,
                Count.exactly(50),
                days(0, 3),
                Extent.WHOLE,
                Coverage.CUMULATIVE);
        Explanation told = explain(List.of(total, day, enemy), span(0, 3));
        assertThat(roles(told, "total")).containsExactlyInAnyOrder(Role.SETS_LOW, Role.SETS_BEST, Role.SETS_HIGH);
        assertThat(roles(told, "day")).containsExactly(Role.CONTAINED);
        assertThat(roles(told, "enemy")).containsExactly(Role.CONTESTS);
    }

    @Test
    void aStepOfTwoTotalsIsSetByBothAndARevisionNamesWhatStandsInItsPlace() {
        Claim first = Fixtures.total("first", "x", 2, Count.exactly(59));
        Claim second = Fixtures.total("second", "x", 3, Count.exactly(84));
        Claim high = Fixtures.published(
                Fixtures.total("high", "x", 3, Count.exactly(90)),
                second.publishedAt().minusSeconds(60),
                false);
        Explanation told = explain(List.of(first, second, high), span(2, 3));
        assertThat(told.tally().orElseThrow().best()).isEqualTo(25);
        assertThat(roles(told, "first")).contains(Role.SETS_LOW, Role.SETS_HIGH);
        assertThat(roles(told, "second")).contains(Role.SETS_LOW, Role.SETS_HIGH);
        assertThat(told.line("high").orElseThrow().by()).containsExactly("second");
        assertThat(told.line("high").orElseThrow().reason()).contains(SetAside.Reason.REVISED);
    }

    @Test
    void whatComesFromPartsTellsItsWay() {
        Claim soldiers =
                Fixtures.in(ARTSAKH.withStatus(Status.COMBATANT), Fixtures.day("soldiers", "x", 1, Count.exactly(7)));
        Claim civilians =
                Fixtures.in(ARTSAKH.withStatus(Status.CIVILIAN), Fixtures.day("civilians", "x", 2, Count.exactly(3)));
        Explanation told =
                RECKONING.explain(List.of(soldiers, civilians), ARTSAKH.withParty(Scope.ALL), span(0, 5), Instant.MAX);
        assertThat(told.tally().orElseThrow().low()).isEqualTo(10);
        assertThat(told.line("civilians").orElseThrow().route()).containsExactlyInAnyOrder(Step.PARTIES, Step.STATUSES);
        assertThat(roles(told, "civilians")).containsExactlyInAnyOrder(Role.SETS_LOW, Role.SETS_BEST);
    }

    @Test
    void theDaysThatOthersAreToldOfAreReadHereToo() {
        Scope civilians = ARTSAKH.withStatus(Status.CIVILIAN);
        List<Claim> ledger = List.of(
                Fixtures.in(civilians, Fixtures.total("first", "x", 4, Count.exactly(130))),
                Fixtures.in(civilians, Fixtures.total("second", "x", 6, Count.exactly(192))),
                Fixtures.in(civilians, Fixtures.day("day", "x", 5, Count.exactly(28))),
                Fixtures.day("soldiers too", "y", 4, Count.exactly(50)));
        Scope all = civilians.withParty(Scope.ALL);
        assertThat(RECKONING.explain(ledger, all, span(0, 6), Instant.MAX).tally())
                .contains(Fixtures.tally(ledger, all, span(0, 6)));
    }

    @Test
    void nothingKnownIsNoTally() {
        Explanation told = explain(List.of(Fixtures.day("day", "x", 1, Count.exactly(7))), span(5, 6));
        assertThat(told.tally()).isEmpty();
        assertThat(told.lines()).isEmpty();
    }

    private static Explanation explain(List<Claim> ledger, Window window) {
        return RECKONING.explain(ledger, ARTSAKH, window, Instant.MAX);
    }

    private static Set<Role> roles(Explanation told, String id) {
        return told.line(id).orElseThrow().roles();
    }

    @Test
    void theTallyIsTheOneThatIsReckonedAndWhatIsKnownIsSetBySomeone() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            for (Explanation told : some(random, ledger)) {
                assertThat(told.tally()).isEqualTo(reckoned(ledger, told));
                told.tally().ifPresent(t -> {
                    assertThat(t.low() > 0).isEqualTo(!told.lines(Role.SETS_LOW).isEmpty());
                    assertThat(t.best() > 0)
                            .isEqualTo(!told.lines(Role.SETS_BEST).isEmpty());
                    assertThat(told.lines(Role.SETS_HIGH).isEmpty()).isEqualTo(t.high() == Count.OPEN);
                });
            }
        });
    }

    @Test
    void everyClaimOfTheScopeAndWindowAppearsOnce() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            for (Explanation told : some(random, ledger)) {
                List<String> ids =
                        told.lines().stream().map(l -> l.claim().id()).toList();
                assertThat(ids).doesNotHaveDuplicates().containsAll(inside(ledger, told));
                assertThat(told.lines()).noneMatch(l -> l.roles().isEmpty());
            }
        });
    }

    @Test
    void whatSetsTheTallyAndWhatItContainsGiveIt() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            for (Explanation told : some(random, ledger)) {
                Set<String> kept = told.lines().stream()
                        .filter(l -> l.guides() || !l.is(Role.SET_ASIDE) && !l.is(Role.NOT_COUNTED))
                        .map(l -> l.claim().id())
                        .collect(Collectors.toSet());
                assertThat(figures(reckoned(only(ledger, c -> kept.contains(c.id())), told)))
                        .isEqualTo(figures(told.tally()));
            }
        });
    }

    @Test
    void whatWasWithdrawnOrSaidAgainCanBeTakenAway() {
        Ledgers.forEach(CASES, (random, ledger) -> {
            for (Explanation told : some(random, ledger)) {
                for (Explanation.Line line : told.lines(Role.SET_ASIDE)) {
                    SetAside.Reason reason = line.reason().orElseThrow();
                    if (reason == SetAside.Reason.RETRACTED || reason == SetAside.Reason.REPEAT) {
                        assertThat(line.by()).isNotEmpty();
                        assertThat(figures(reckoned(
                                        only(
                                                ledger,
                                                c -> !c.id().equals(line.claim().id())),
                                        told)))
                                .isEqualTo(figures(told.tally()));
                    }
                }
            }
        });
    }

    private static List<Claim> only(List<Claim> ledger, Predicate<Claim> which) {
        return ledger.stream().filter(which).toList();
    }

    private static List<Explanation> some(Random random, List<Claim> ledger) {
        List<Explanation> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int from = random.nextInt(10);
            Window window = random.nextInt(3) == 0 ? span(0, 10) : span(from, from + 1 + random.nextInt(10 - from));
            Scope scope = ARTSAKH.withParty(random.nextBoolean() ? "artsakh" : Scope.ALL)
                    .withStatus(random.nextBoolean() ? Status.ANY : Status.CIVILIAN);
            told.add(RECKONING.explain(ledger, scope, window, Instant.MAX));
        }
        return told;
    }

    private static Optional<Tally> reckoned(List<Claim> ledger, Explanation told) {
        return RECKONING.tallies(ledger, List.of(told.window()), told.asOf()).stream()
                .filter(t -> t.scope().equals(told.scope()) && t.window().equals(told.window()))
                .findFirst();
    }

    private static Optional<List<Object>> figures(Optional<Tally> tally) {
        return tally.map(t -> List.of(t.low(), t.best(), t.high(), t.grade()));
    }

    private static Set<String> inside(List<Claim> ledger, Explanation told) {
        Set<String> ids = new HashSet<>();
        for (Claim claim : ledger) {
            boolean party = told.scope().party().equals(Scope.ALL)
                    || claim.scope().party().equals(told.scope().party());
            boolean status = told.scope().status() == Status.ANY
                    || claim.scope().status() == Status.CIVILIAN
                    || claim.scope().status() == Status.CHILD;
            if (party && status && claim.period().overlaps(told.window().period())) {
                ids.add(claim.id());
            }
        }
        return ids;
    }
}
