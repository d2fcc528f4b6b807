package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Side;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** Tallies and rules as tests need them: a party's killed on days of October 2020. */
final class Tallies {

    static final String CONFLICT = "nagorno-karabakh";
    static final Scope KILLED = new Scope(CONFLICT, "artsakh", Measure.KILLED, "", Status.ANY, "");

    private Tallies() {}

    /** The start of a day of October 2020. */
    static Instant day(int day) {
        return Instant.parse("2020-09-30T20:00:00Z").plus(Duration.ofDays(day - 1));
    }

    static Window window(int day) {
        return new Window(WindowKind.DAY, new Period(day(day), day(day + 1)));
    }

    /** Published hours after the day began. */
    static Tally tally(int day, long low, long best, long high, int origins, int hours, String... claims) {
        return tally(KILLED, day, low, best, high, origins, hours, claims);
    }

    static Tally tally(Scope scope, int day, long low, long best, long high, int origins, int hours, String... claims) {
        Instant at = day(day).plus(Duration.ofHours(hours));
        List<Citation> cited = new ArrayList<>();
        for (String claim : claims) {
            cited.add(new Citation(claim, at));
        }
        return new Tally(
                scope,
                window(day),
                low,
                best,
                high,
                Grade.REPORTED,
                origins,
                List.of(),
                cited,
                List.of(),
                "default",
                at);
    }

    static Tally with(Tally tally, Finding... findings) {
        return new Tally(
                tally.scope(),
                tally.window(),
                tally.low(),
                tally.best(),
                tally.high(),
                tally.grade(),
                tally.origins(),
                tally.claimants(),
                tally.claims(),
                List.of(findings),
                tally.policy(),
                tally.asOf());
    }

    static Tally said(int day, View... views) {
        Tally tally = tally(day, 1, 1, 1, 2, 20);
        return new Tally(
                tally.scope(),
                tally.window(),
                1,
                1,
                500,
                Grade.CONTESTED,
                2,
                List.of(views),
                List.of(),
                List.of(),
                "default",
                tally.asOf());
    }

    static View view(String account, long low, long best, long high) {
        return new View(account, Side.SELF, low, best, high, true);
    }

    static Rule rule(Condition condition, int origins, Duration held) {
        return new Rule(
                "rule",
                "critical",
                new Selector(
                        Choice.EACH,
                        Choice.EACH,
                        Choice.of("KILLED"),
                        Choice.of(""),
                        Choice.of("ANY"),
                        condition instanceof Condition.First ? Choice.EACH : Choice.of(""),
                        WindowKind.DAY),
                condition,
                Set.of(Tier.values()),
                origins,
                held,
                Duration.ofHours(24));
    }
}
