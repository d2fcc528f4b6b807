package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Claims of one claimant about one scope, as a long conflict brings them; the same for the same seed. */
public enum Feed {
    /** Running totals, three a day. */
    TOTALS,
    /** The same, each "at least". */
    TOTALS_AT_LEAST,
    /** One figure a day. */
    DAYS,
    /** Ten incidents a day, each with its key. */
    INCIDENTS,
    /** A day's figure and a running total in turn; one in fifty contradicts what came before. */
    PAIRS;

    /** In what order the claims come. */
    public enum Order {
        IN_ORDER,
        SHUFFLED
    }

    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");
    private static final Scope SCOPE = new Scope("conflict", "party", Measure.KILLED, "", Status.ANY, "");
    private static final int SEED = 7;

    /** An empty book, with one episode that lasts. */
    public static Book book() {
        Episode all = new Episode("all", "All", new Period(START, Instant.parse("2100-01-01T00:00:00Z")));
        return new Book(new Hierarchy("", Map.of()), new Calendar(ZoneOffset.UTC, List.of(all)), Policy.standard());
    }

    /** So many claims. */
    public List<Claim> claims(int count, Order order) {
        Random random = new Random(SEED);
        List<Claim> claims = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            long more = random.nextInt(40);
            long slip = this == PAIRS && random.nextInt(50) == 0 ? 7 : 0;
            boolean day = this == DAYS || this == PAIRS && i % 2 == 0;
            if (!(this == PAIRS && i % 2 == 1)) {
                total += more;
            }
            claims.add(
                    day ? figureOfDay(i, more + slip) : this == INCIDENTS ? incident(i, more) : total(i, total + slip));
        }
        if (order == Order.SHUFFLED) {
            Collections.shuffle(claims, random);
        }
        return claims;
    }

    /** Running totals that are printed again as they were, a minute later: they change nothing. */
    public static Claim again(Claim total, int nth) {
        Period later = new Period(total.period().from(), total.period().to().plus(Duration.ofMinutes(1)));
        return claim(
                "again-" + total.id() + "-" + nth, total.count(), later, true, Extent.WHOLE, Coverage.CUMULATIVE, "");
    }

    private Claim figureOfDay(int i, long dead) {
        int day = this == PAIRS ? i / 2 : i;
        return claim("d" + i, Count.exactly(dead), days(day, 1), false, Extent.WHOLE, Coverage.DAY, "");
    }

    private Claim incident(int i, long dead) {
        return claim(
                "i" + i, Count.exactly(dead), days(i / 10, 1), false, Extent.PART, Coverage.INCIDENT, "key" + i % 10);
    }

    private Claim total(int i, long dead) {
        Duration end = this == PAIRS ? Duration.ofDays(i / 2 + 1) : Duration.ofHours(8L * (i + 1));
        Count count = this == TOTALS_AT_LEAST ? Count.atLeast(dead) : Count.exactly(dead);
        Period period = new Period(START, START.plus(end));
        return claim("t" + i, count, period, false, Extent.WHOLE, Coverage.CUMULATIVE, "");
    }

    private static Period days(int from, int count) {
        return new Period(START.plus(Duration.ofDays(from)), START.plus(Duration.ofDays(from + count)));
    }

    private static Claim claim(
            String id, Count count, Period period, boolean assumed, Extent extent, Coverage coverage, String incident) {
        return new Claim(
                id,
                SCOPE,
                "ministry",
                Side.SELF,
                count,
                period,
                assumed,
                extent,
                coverage,
                incident,
                period.to().plus(Duration.ofHours(1)),
                Optional.empty(),
                "");
    }
}
