package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.LedgerEntry;

/** Many ask while reports are counted: nobody waits for ever, and no answer falls behind one that was given before. */
@Timeout(240)
class AskedWhileCountingTest {

    private static final int READERS = 6;
    private static final int ROUNDS = 12;
    private static final int REPORTS = 60;

    @TempDir
    Path directory;

    @Test
    void countingGoesOnAndAnswersOnlyGrow() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        AtomicBoolean done = new AtomicBoolean();
        try (Counting counting = new Counting(directory)) {
            TallyService service = counting.service;
            counting.count(Reports.many(0, REPORTS));
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                asked.add(readers.submit(() -> ask(service, done)));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                counting.count(Reports.many(round * REPORTS, REPORTS));
                int counted = (round + 1) * REPORTS;
                assertThat(service.claims(Reports.CONFLICT)).hasSize(counted);
            }
            done.set(true);
            for (Future<Integer> each : asked) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isPositive();
            }
            for (WindowKind kind : List.of(WindowKind.DAY, WindowKind.WEEK, WindowKind.MONTH, WindowKind.EPISODE)) {
                assertThat(service.tallies(Reports.CONFLICT, kind))
                        .isEqualTo(
                                service
                                        .ledger(Reports.CONFLICT)
                                        .orElseThrow()
                                        .kept(Instant.MAX, Policy.standard())
                                        .stream()
                                        .filter(tally -> tally.window().kind() == kind)
                                        .toList());
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }

    /** How often it asked. */
    private static int ask(TallyService service, AtomicBoolean done) {
        int asked = 0;
        int claims = 0;
        Wanted all = Wanted.all(Reports.CONFLICT);
        while (!done.get()) {
            assertThat(service.tallies(all, WindowKind.EPISODE)).isNotEmpty();
            List<LedgerEntry> now = service.claims(Reports.CONFLICT);
            assertThat(now.size()).isGreaterThanOrEqualTo(claims);
            claims = now.size();
            asked++;
        }
        return asked;
    }
}
