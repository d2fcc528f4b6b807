package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.policy.Policies;

/** What holds under every policy, over generated ledgers. Every case is its seed. */
class PolicyLawsTest {

    private static final int CASES = Cases.of(200);
    private static final Policies BUNDLED = Policies.bundled();
    private static final WordProfile ACLED =
            BUNDLED.byName("acled").orElseThrow().words();

    static List<Policy> policies() {
        return BUNDLED.all();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void lowBestAndHighAreInOrder(Policy policy) {
        for (int seed = 0; seed < CASES; seed++) {
            assertThat(tallies(inWords(seed), policy)).as("seed %d", seed).allSatisfy(t -> {
                assertThat(t.low()).isBetween(0L, t.best());
                assertThat(t.best()).isLessThanOrEqualTo(t.high());
                assertThat(t.policy()).isEqualTo(policy.name());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void figuresStayAsTheyWereSaid(Policy policy) {
        for (int seed = 0; seed < CASES; seed++) {
            List<Claim> figures = LawsTest.ledger(new Random(seed));
            assertThat(figures)
                    .allSatisfy(claim -> assertThat(claim.in(policy.words())).isSameAs(claim));
            Map<Cell, Long> lows = lows(figures, Policy.standard());
            lows(figures, policy).forEach((cell, low) -> {
                if (lows.containsKey(cell)) {
                    assertThat(low).isEqualTo(lows.get(cell));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theCountOfAWordIsThePolicysWhateverItWasReadAs(Policy policy) {
        for (int seed = 0; seed < CASES; seed++) {
            List<Claim> read = inWords(seed);
            List<Claim> readOtherwise =
                    read.stream().map(claim -> claim.in(ACLED)).toList();
            assertThat(tallies(readOtherwise, policy)).as("seed %d", seed).isEqualTo(tallies(read, policy));
        }
    }

    @Test
    void theFloorQuotesTheLow() {
        Policy floor = BUNDLED.byName("floor").orElseThrow();
        for (int seed = 0; seed < CASES; seed++) {
            assertThat(tallies(inWords(seed), floor))
                    .as("seed %d", seed)
                    .allSatisfy(t -> assertThat(t.best()).isEqualTo(t.low()));
        }
    }

    private static Map<Cell, Long> lows(List<Claim> ledger, Policy policy) {
        Map<Cell, Long> lows = new HashMap<>();
        tallies(ledger, policy).forEach(t -> lows.put(new Cell(t.window(), t.scope()), t.low()));
        return lows;
    }

    private static List<Tally> tallies(List<Claim> ledger, Policy policy) {
        return new Reckoning(Fixtures.PARTIES, Fixtures.PLACES, Fixtures.CALENDAR, policy)
                .tallies(ledger, LawsTest.windows(), Instant.MAX);
    }

    /** A ledger with about half of its figures said in words. */
    private static List<Claim> inWords(int seed) {
        Random random = new Random(seed);
        List<Claim> ledger = new ArrayList<>();
        for (Claim claim : LawsTest.ledger(random)) {
            ledger.add(random.nextBoolean() ? claim : said(claim, random));
        }
        return ledger;
    }

    private static Claim said(Claim c, Random random) {
        Wording wording = new Wording(
                VagueWord.values()[random.nextInt(VagueWord.values().length)],
                Wording.Bound.values()[random.nextInt(Wording.Bound.values().length)]);
        return new Claim(
                c.id(),
                c.scope(),
                c.account(),
                c.side(),
                WordProfile.interval().count(wording),
                c.period(),
                c.assumed(),
                c.extent(),
                c.coverage(),
                c.incident(),
                c.publishedAt(),
                Optional.of(wording),
                c.retracts());
    }
}
