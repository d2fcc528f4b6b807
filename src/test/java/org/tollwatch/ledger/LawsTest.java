package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.CALENDAR;
import static org.tollwatch.ledger.Fixtures.RECKONING;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.start;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The laws of the reckoning over generated ledgers. Every case is its seed: a failure names the one to run again. */
class LawsTest {

    private static final int CASES = Cases.of(2_000);
    private static final int DAYS = 10;

    @Test
    void orderOfArrivalDoesNotMatter() {
        forEachLedger((random, ledger) -> {
            List<Claim> shuffled = new ArrayList<>(ledger);
            Collections.shuffle(shuffled, random);
            assertThat(tallies(shuffled)).isEqualTo(tallies(ledger));
        });
    }

    @Test
    void lowBestAndHighAreInOrderAndEveryTallyHasItsClaims() {
        forEachLedger((random, ledger) -> assertThat(tallies(ledger)).allSatisfy(t -> {
            assertThat(t.low()).isBetween(0L, t.best());
            assertThat(t.best()).isLessThanOrEqualTo(t.high());
            assertThat(t.claims()).isNotEmpty();
            assertThat(t.claimants()).isNotEmpty();
        }));
    }

    @Test
    void aTallyAsOfAMomentDoesNotChangeWhenLaterClaimsArrive() {
        forEachLedger((random, ledger) -> {
            Instant asOf = start(random.nextInt(DAYS)).plus(Duration.ofHours(18));
            List<Claim> known =
                    ledger.stream().filter(c -> !c.publishedAt().isAfter(asOf)).toList();
            assertThat(RECKONING.tallies(ledger, windows(), asOf))
                    .isEqualTo(RECKONING.tallies(known, windows(), Instant.MAX));
        });
    }

    @Test
    void withinOneAccountAWindowInsideAnotherHasNoLargerLowWhereAllClaimsStand() {
        forEachLedger((random, ledger) -> {
            List<Claim> one = ledger.stream()
                    .filter(c -> c.account().equals("x") && c.scope().equals(ARTSAKH))
                    .toList();
            if (one.isEmpty()) {
                return;
            }
            SlowToll account = new SlowToll(one);
            if (!account.setAside().isEmpty()) {
                return;
            }
            for (int from = 0; from < DAYS; from++) {
                for (int to = from + 2; to <= DAYS; to++) {
                    long outer = low(account, days(from, to));
                    assertThat(low(account, days(from, to - 1))).isLessThanOrEqualTo(outer);
                    assertThat(low(account, days(from + 1, to))).isLessThanOrEqualTo(outer);
                }
            }
        });
    }

    @Test
    void aWholeIsAtLeastTheSumOfItsPartsUpToTheCap() {
        forEachLedger((random, ledger) -> {
            Map<Cell, Tally> cells = new HashMap<>();
            tallies(ledger).forEach(t -> cells.put(new Cell(t.window(), t.scope()), t));
            cells.forEach((cell, whole) -> {
                long cap = Part.of(whole).figure().cap();
                if (cell.status() == Status.ANY) {
                    long sum = low(cells, cell.withStatus(Status.COMBATANT))
                            + low(cells, cell.withStatus(Status.CIVILIAN));
                    assertThat(whole.low()).isGreaterThanOrEqualTo(Math.min(sum, cap));
                }
                if (cell.party().equals(Scope.ALL)) {
                    long sum = low(cells, cell.withParty("artsakh")) + low(cells, cell.withParty("azerbaijan"));
                    assertThat(whole.low()).isGreaterThanOrEqualTo(Math.min(sum, cap));
                }
            });
        });
    }

    @Test
    void sayingTheSameAgainUnderAnotherIdChangesNoFigure() {
        forEachLedger((random, ledger) -> {
            List<Claim> doubled = new ArrayList<>(ledger);
            for (Claim c : ledger) {
                doubled.add(Fixtures.renamed(c, c.id() + "-again"));
            }
            assertThat(tallies(doubled).stream().map(LawsTest::withoutClaims))
                    .containsExactlyElementsOf(tallies(ledger).stream()
                            .map(LawsTest::withoutClaims)
                            .toList());
        });
    }

    @Test
    void whatAnAdversarySaysMovesOnlyTheHighOfWhatOthersSpeakOf() {
        forEachLedger((random, ledger) -> {
            List<Claim> with = new ArrayList<>(ledger);
            for (int i = 0; i < 4; i++) {
                with.add(byTheEnemy(claim(random, "enemy" + i)));
            }
            Map<Cell, Tally> after = new HashMap<>();
            tallies(with).forEach(t -> after.put(new Cell(t.window(), t.scope()), t));
            for (Tally before : tallies(ledger)) {
                if (before.claimants().stream().anyMatch(v -> v.side() != Side.ADVERSARY)) {
                    Tally now = after.get(new Cell(before.window(), before.scope()));
                    assertThat(List.of(now.low(), now.best())).isEqualTo(List.of(before.low(), before.best()));
                    assertThat(now.high()).isGreaterThanOrEqualTo(before.high());
                }
            }
        });
    }

    private static Claim byTheEnemy(Claim c) {
        return new Claim(
                c.id(),
                c.scope(),
                "enemy",
                Side.ADVERSARY,
                c.count(),
                c.period(),
                c.assumed(),
                c.extent(),
                c.coverage(),
                c.incident(),
                c.publishedAt(),
                c.wording(),
                c.retracts());
    }

    private static List<Object> withoutClaims(Tally t) {
        return List.of(t.scope(), t.window(), t.low(), t.best(), t.high(), t.grade(), t.origins(), t.claimants());
    }

    private static long low(Map<Cell, Tally> cells, Cell cell) {
        return cells.containsKey(cell) ? cells.get(cell).low() : 0;
    }

    private static long low(SlowToll account, Period period) {
        return account.heard(period).map(h -> h.view().low()).orElse(0L);
    }

    private static List<Tally> tallies(List<Claim> ledger) {
        return RECKONING.tallies(ledger, windows(), Instant.MAX);
    }

    static Set<Window> windows() {
        Set<Window> windows = new LinkedHashSet<>(List.of(span(0, DAYS), span(2, 6)));
        windows.addAll(Book.windowsOf(days(0, DAYS), CALENDAR));
        return windows;
    }

    private static void forEachLedger(BiConsumer<Random, List<Claim>> law) {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Claim> ledger = ledger(random);
            try {
                law.accept(random, ledger);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + ledger, e);
            }
        }
    }

    /** Up to ten claims of three accounts about both sides over ten days. */
    static List<Claim> ledger(Random random) {
        List<Claim> ledger = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            ledger.add(next(random, ledger, "c" + i));
        }
        return ledger;
    }

    /** A claim of its own, or one of those before as an outlet may have copied it. */
    static Claim next(Random random, List<Claim> before, String id) {
        if (before.isEmpty() || random.nextInt(4) > 0) {
            return claim(random, id).withImprint(imprint(random));
        }
        Claim said = before.get(random.nextInt(before.size()));
        Instant at = said.publishedAt().plus(Duration.ofHours(random.nextInt(400) - 100));
        return new Claim(
                        id,
                        said.scope(),
                        pick(random, "x", "y", "z"),
                        Side.INDEPENDENT,
                        said.count(),
                        said.period(),
                        said.assumed(),
                        said.extent(),
                        said.coverage(),
                        said.incident(),
                        at,
                        Optional.empty(),
                        "")
                .withImprint(imprint(random));
    }

    /** Of two texts that are like each other, a third that is not, and a translation of that. */
    private static Imprint imprint(Random random) {
        return pick(
                random,
                new Imprint(List.of(1, 2, 3, 4), List.of()),
                new Imprint(List.of(1, 2, 3, 5), List.of(7)),
                new Imprint(List.of(11, 12, 13, 14), List.of(1, 2, 3, 4)),
                new Imprint(List.of(), List.of(2, 3, 4, 5, 1)));
    }

    static Claim claim(Random random, String id) {
        Coverage coverage = pick(random, Coverage.values());
        boolean total = coverage == Coverage.CUMULATIVE || coverage == Coverage.HISTORICAL;
        int from = total ? 0 : random.nextInt(DAYS);
        int to = total ? 1 + random.nextInt(DAYS) : from + 1;
        long n = random.nextInt(40);
        Count count = pick(
                random, Count.exactly(n), Count.atLeast(n), Count.nearly(n), Count.upTo(n), Count.between(n, n + 9));
        String account = pick(random, "x", "y", "artsakh");
        Side side = account.equals("artsakh") ? Side.SELF : pick(random, Side.INDEPENDENT, Side.ADVERSARY);
        Scope scope = ARTSAKH.withParty(pick(random, "artsakh", "azerbaijan", Scope.ALL))
                .withStatus(pick(random, Status.ANY, Status.ANY, Status.COMBATANT, Status.CIVILIAN, Status.CHILD))
                .withPlace(pick(random, "", "", "", "shushi"));
        return new Claim(
                id,
                scope,
                account,
                side,
                count,
                days(from, to),
                total && random.nextBoolean(),
                coverage == Coverage.INCIDENT ? Extent.PART : Extent.WHOLE,
                coverage,
                random.nextInt(4) == 0 ? "i" + random.nextInt(3) : "",
                start(to).plus(Duration.ofHours(random.nextInt(48) - 12)),
                Optional.empty(),
                "");
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... among) {
        return among[random.nextInt(among.length)];
    }
}
