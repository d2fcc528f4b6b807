package org.tollwatch.ledger;

import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.start;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;

/** Generated ledgers with what real ones have: running totals that slip, begin anew and are revised, repeats, retractions. */
final class Ledgers {

    private static final int DAYS = 10;

    private Ledgers() {}

    /** Every case is its seed: a failure names the one to run again. */
    static void forEach(int cases, BiConsumer<Random, List<Claim>> law) {
        for (int seed = 0; seed < cases; seed++) {
            Random random = new Random(seed);
            List<Claim> ledger = seed % 2 == 0 ? LawsTest.ledger(random) : chronicle(random);
            try {
                law.accept(random, ledger);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + String.join("\n", texts(ledger)), e);
            }
        }
    }

    private static List<String> texts(List<Claim> ledger) {
        return ledger.stream().map(Claim::toString).toList();
    }

    /** A ministry that gives days and totals, an outlet that repeats it, an adversary, and some claims withdrawn. */
    static List<Claim> chronicle(Random random) {
        List<Claim> ledger = new ArrayList<>();
        long total = 60 + random.nextInt(200);
        for (int day = 0; day < DAYS; day++) {
            long dead = random.nextInt(40);
            total = random.nextInt(12) == 0
                    ? random.nextInt(20)
                    : Math.max(0, total + dead - (random.nextInt(6) == 0 ? 30 : 0));
            if (random.nextInt(3) > 0) {
                ledger.add(said("t" + day, "artsakh", Side.SELF, days(0, day + 1), Coverage.CUMULATIVE, total, random));
            }
            if (random.nextInt(3) == 0) {
                ledger.add(said("d" + day, "artsakh", Side.SELF, days(day, day + 1), Coverage.DAY, dead, random));
            }
            if (random.nextInt(4) == 0) {
                ledger.add(
                        said("i" + day, "wire", Side.INDEPENDENT, days(day, day + 1), Coverage.INCIDENT, dead, random));
            }
            if (random.nextInt(4) == 0) {
                ledger.add(said(
                        "r" + day, "wire", Side.INDEPENDENT, days(0, day + 1), Coverage.CUMULATIVE, total, random));
            }
            if (random.nextInt(5) == 0) {
                ledger.add(said(
                        "a" + day,
                        "azerbaijan",
                        Side.ADVERSARY,
                        days(0, day + 1),
                        Coverage.CUMULATIVE,
                        total * 2,
                        random));
            }
        }
        for (Claim claim : List.copyOf(ledger)) {
            if (random.nextInt(12) == 0) {
                ledger.add(withdrawal(claim));
            }
        }
        return ledger;
    }

    private static Claim said(
            String id, String account, Side side, Period period, Coverage coverage, long n, Random random) {
        Count count = random.nextInt(4) == 0 ? Count.atLeast(n) : Count.exactly(n);
        Status status = random.nextInt(4) == 0 ? Status.CIVILIAN : Status.ANY;
        Instant published = period.to().plus(Duration.ofHours(random.nextInt(30) - 8));
        boolean assumed = coverage == Coverage.CUMULATIVE && random.nextBoolean();
        Extent extent = coverage == Coverage.INCIDENT ? Extent.PART : Extent.WHOLE;
        return new Claim(
                id,
                ARTSAKH.withStatus(status),
                account,
                side,
                count,
                period,
                assumed,
                extent,
                coverage,
                "",
                published,
                Optional.empty(),
                "");
    }

    /** Takes a claim back, a day later. */
    static Claim withdrawal(Claim claim) {
        return new Claim(
                "not-" + claim.id(),
                claim.scope(),
                claim.account(),
                claim.side(),
                Count.exactly(0),
                claim.period(),
                false,
                claim.extent(),
                claim.coverage(),
                "",
                claim.publishedAt().plus(Duration.ofDays(1)),
                Optional.empty(),
                claim.id());
    }

    static Instant end() {
        return start(DAYS);
    }
}
