package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims, windows and trees that the tests of this room share. */
final class Fixtures {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(4);
    static final LocalDate FIRST = LocalDate.of(2020, 9, 27);
    static final Hierarchy PLACES = new Hierarchy("", Map.of("shushi", "north", "stepanakert", "north"));
    static final Hierarchy PARTIES =
            new Hierarchy(Scope.ALL, Map.of("armenia", Scope.ALL, "artsakh", Scope.ALL, "azerbaijan", Scope.ALL));
    static final Calendar CALENDAR = new Calendar(ZONE, List.of(new Episode("war", "War", days(0, 45))));
    static final Policy POLICY = Policy.standard();
    static final Reckoning RECKONING = new Reckoning(PARTIES, PLACES, CALENDAR, POLICY);
    static final Scope ARTSAKH = new Scope("karabakh", "artsakh", Measure.KILLED, "", Status.ANY, "");

    private Fixtures() {}

    /** From the start of one day of the war to the start of another; day 0 is the first. */
    static Period days(int from, int to) {
        return new Period(start(from), start(to));
    }

    static Instant start(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZONE).toInstant();
    }

    static Window span(int from, int to) {
        return new Window(WindowKind.SPAN, days(from, to));
    }

    static Claim total(String id, String account, int to, Count count) {
        return claim(id, account, Side.INDEPENDENT, count, days(0, to), Extent.WHOLE, Coverage.CUMULATIVE);
    }

    static Claim day(String id, String account, int day, Count count) {
        return claim(id, account, Side.INDEPENDENT, count, days(day, day + 1), Extent.WHOLE, Coverage.DAY);
    }

    static Claim incident(String id, String account, int day, Count count) {
        return claim(id, account, Side.INDEPENDENT, count, days(day, day + 1), Extent.PART, Coverage.INCIDENT);
    }

    /** Published at noon after the period's last day began. */
    static Claim claim(
            String id, String account, Side side, Count count, Period period, Extent extent, Coverage coverage) {
        Instant published = period.to().minus(Duration.ofHours(12));
        return new Claim(
                id,
                ARTSAKH,
                account,
                side,
                count,
                period,
                false,
                extent,
                coverage,
                "",
                published,
                Optional.empty(),
                "");
    }

    static Claim in(Scope scope, Claim c) {
        return copy(c, c.id(), scope, c.publishedAt(), c.assumed());
    }

    static Claim published(Claim c, Instant at, boolean assumed) {
        return copy(c, c.id(), c.scope(), at, assumed);
    }

    static Claim renamed(Claim c, String id) {
        return copy(c, id, c.scope(), c.publishedAt(), c.assumed());
    }

    private static Claim copy(Claim c, String id, Scope scope, Instant published, boolean assumed) {
        return new Claim(
                id,
                scope,
                c.account(),
                c.side(),
                c.count(),
                c.period(),
                assumed,
                c.extent(),
                c.coverage(),
                c.incident(),
                published,
                c.wording(),
                c.retracts(),
                c.imprint());
    }

    static Tally tally(List<Claim> claims, Scope scope, Window window) {
        return RECKONING.tallies(claims, List.of(window), Instant.MAX).stream()
                .filter(t -> t.scope().equals(scope) && t.window().equals(window))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tally for " + scope + " in " + window));
    }

    static String figure(Tally tally) {
        return tally.low() + " " + tally.best() + " " + (tally.high() == Count.OPEN ? "open" : tally.high());
    }
}
