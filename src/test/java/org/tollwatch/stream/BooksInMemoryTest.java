package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.TallyRecord;

/** What keeping books in memory must not change, and what it must save. */
class BooksInMemoryTest {

    @TempDir
    Path directory;

    @Test
    void aClaimThatChangesNothingWritesNothingButItsLedgerEntry() {
        try (TopologyFixture stream = new TopologyFixture(directory)) {
            stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
            stream.reckon();
            List<String> stores = List.of(
                    Stores.LEDGER,
                    Stores.LEDGER_DIRTY,
                    Stores.TALLIES,
                    Stores.PARTIES,
                    Stores.PARTIES_DIRTY,
                    Stores.ROLLUPS);
            stores.forEach(store -> assertThat(stream.written(store)).as(store).isNotEmpty());
            stream.send(report(
                    "r2",
                    killed("nothing", "artsakh", 2, 54)
                            .setRetracts("what nobody said")
                            .build()));
            assertThat(stream.reckon()).isZero();
            assertThat(stream.written(Stores.LEDGER)).hasSize(1);
            stores.subList(1, stores.size())
                    .forEach(
                            store -> assertThat(stream.written(store)).as(store).isEmpty());
        }
    }

    @Test
    void aClaimOfOneDayWritesOnlyTheTalliesThatDiffer() {
        try (TopologyFixture stream = new TopologyFixture(directory)) {
            for (int day = 1; day <= 28; day++) {
                stream.send(
                        report("r" + day, killed("a" + day, "artsakh", day, 5).build()));
            }
            stream.reckon();
            Map<String, TallyRecord> before = Map.copyOf(stream.latest());
            stream.written(Stores.TALLIES);
            stream.written(Stores.ROLLUPS);
            stream.send(report(
                    "place",
                    killed("a-12", "artsakh", 12, 3)
                            .setStatus(org.tollwatch.report.Status.CIVILIAN)
                            .build()));
            int told = stream.reckon();
            Map<String, TallyRecord> different = new TreeMap<>(stream.latest());
            different.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
            // Day, week, month and episode of the civilians, of one party and of all sides together.
            assertThat(told).isEqualTo(different.size()).isEqualTo(8);
            assertThat(stream.written(Stores.TALLIES)).hasSize(4);
            assertThat(stream.written(Stores.ROLLUPS)).hasSize(4);
        }
    }

    @Test
    void withHardlyAnyMemoryTheTalliesAreTheSame() {
        List<IncidentReport> reports = Reports.many(0, 120);
        Map<String, TallyRecord> plenty = latest(reports, 400_000, "plenty", 0);
        assertThat(latest(reports, 1, "none", 5)).isEqualTo(plenty);
        assertThat(latest(reports, 1, "other", 1)).isEqualTo(plenty);
    }

    private Map<String, TallyRecord> latest(List<IncidentReport> reports, int held, String state, int every) {
        try (TopologyFixture stream =
                new TopologyFixture(directory.resolve(state), settings -> settings.withHeld(held))) {
            for (int i = 0; i < reports.size(); i++) {
                stream.send(IncidentReport.newBuilder(reports.get(i)));
                if (every > 0 && i % every == 0) {
                    stream.reckon();
                }
            }
            stream.reckon();
            double evictions = stream.count("tollwatch.books", "memory", "eviction");
            assertThat(evictions > 0).isEqualTo(held == 1);
            assertThat(stream.count("tollwatch.books", "memory", "load")).isGreaterThan(0);
            return Map.copyOf(stream.latest());
        }
    }
}
