package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.LedgerOf;
import org.tollwatch.stream.Reports;

/** What a backtest tells is what the rules say of the whole ledger at each publication. */
class BacktestTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Conflict CONFLICT = CONFLICTS.byId(Reports.CONFLICT).orElseThrow();
    private static final Rules RULES = rules("""
            rules:
              heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, held: 3h}
              usual: {party: each, measure: KILLED, rise: {times: 2, over: 7, floor: 5}, origins: 1}
              all: {measure: KILLED, window: week, threshold: {at: 150}, origins: 1}
              new-kind: {party: each, first: measure}
              quiet-side: {silence: {of: party, after: 36h}}
              quiet-wire: {silence: {of: source, after: 30h}}
            """);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void claimByClaimItTellsWhatTheWholeLedgerSaysAtEachPublication(long seed) {
        Ledger ledger = LedgerOf.reports(CONFLICT, History.of(new Random(seed), 40, 160));
        for (int first : List.of(0, 17)) {
            Instant from = History.BEGIN.plus(Duration.ofDays(first));
            Instant to = History.BEGIN.plus(Duration.ofDays(35));
            List<Alert> told = new Backtest(RULES, Policy.standard()).run(ledger, from, to);
            assertThat(told).isEqualTo(SlowBacktest.run(RULES, ledger, from, to));
            assertThat(told).extracting(Alert::event).contains(Event.values());
            assertThat(told)
                    .allMatch(alert -> !alert.at().isBefore(from) && alert.at().isBefore(to));
        }
    }

    @Test
    void whatWasToldBeforeIsKnownAndNotToldAgain() {
        Ledger ledger = LedgerOf.reports(CONFLICT, History.of(new Random(9), 40, 160));
        Instant middle = History.BEGIN.plus(Duration.ofDays(20));
        Instant end = History.BEGIN.plus(Duration.ofDays(35));
        Backtest backtest = new Backtest(RULES, Policy.standard());
        List<Alert> all = new ArrayList<>(backtest.run(ledger, History.BEGIN, middle));
        all.addAll(backtest.run(ledger, middle, end));
        assertThat(all).isEqualTo(backtest.run(ledger, History.BEGIN, end));
    }

    private static Rules rules(String text) {
        return new RulesReader(CONFLICTS).read("rules.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
