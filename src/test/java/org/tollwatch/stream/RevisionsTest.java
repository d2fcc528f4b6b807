package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.OCTOBER_5;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.ReportedClaim;

/** A page that is changed after it was counted, on a real broker: earlier versions are read from the topic. */
@Timeout(300)
class RevisionsTest {

    private static final Instant CHANGED = OCTOBER_5.plus(Duration.ofHours(3));

    @TempDir
    Path directory;

    private static IncidentReport version(int revision, ReportedClaim... claims) {
        return report("page", claims)
                .setText("what the page says, version " + revision)
                .setRevision(revision)
                .setRevisedAt(revision > 1 ? CHANGED.plus(Duration.ofHours(revision)) : null)
                .build();
    }

    private static final ReportedClaim WRONG = killed("320", "artsakh", 3, 320).build();
    private static final ReportedClaim RIGHT = killed("32", "artsakh", 3, 32).build();

    private static long best(TallyService service) {
        List<Tally> found = service.tallies(Reports.CONFLICT, WindowKind.DAY).stream()
                .filter(tally -> tally.scope().party().equals("artsakh"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).best();
    }

    private static double decided(Counting counting, String decision) {
        return counting.meters
                .get("tollwatch.reports")
                .tag("decision", decision)
                .counter()
                .count();
    }

    @Test
    void aChangedFigureTakesThePlaceOfTheOldAndEveryVersionIsFound() throws Exception {
        try (Counting counting = new Counting(directory)) {
            TallyService service = counting.service;
            counting.count(List.of(version(1, WRONG)));
            assertThat(best(service)).isEqualTo(320);

            counting.count(List.of(version(2, RIGHT)));
            assertThat(best(service)).isEqualTo(32);

            counting.count(List.of(version(2, RIGHT), version(1, WRONG)));
            assertThat(best(service)).as("delivered again, and late").isEqualTo(32);
            assertThat(decided(counting, "repeated")).isEqualTo(2);

            counting.count(List.of(version(3, WRONG)));
            assertThat(best(service)).as("320 after all").isEqualTo(320);
            assertThat(decided(counting, "revised")).isEqualTo(2);

            ReportHeader header = service.reports().header("page").orElseThrow();
            assertThat(header.getRevision()).isEqualTo(3);
            assertThat(header.getEarlier()).hasSize(2);
            for (int revision = 1; revision <= 3; revision++) {
                assertThat(service.reports().version(header, revision))
                        .map(IncidentReport::getText)
                        .hasValue("what the page says, version " + revision);
            }
            assertThat(service.reports().coverage())
                    .singleElement()
                    .satisfies(source -> assertThat(source.reports()).isEqualTo(1));
        }
    }

    @Test
    void whatAVersionSaysAnewIsKnownFromThen() throws Exception {
        try (Counting counting = new Counting(directory)) {
            TallyService service = counting.service;
            counting.count(List.of(version(1, WRONG), version(2, RIGHT)));
            assertThat(service.claims(Reports.CONFLICT))
                    .filteredOn(entry -> entry.getClaim().getId().equals("32"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.getPublishedAt()).isEqualTo(CHANGED.plus(Duration.ofHours(2)));
                        assertThat(entry.getRevision()).isEqualTo(2);
                    });
        }
    }

    @Test
    void anotherContentUnderTheSameRevisionIsRefused() throws Exception {
        try (Counting counting = new Counting(directory)) {
            TallyService service = counting.service;
            IncidentReport other = IncidentReport.newBuilder(version(1, RIGHT))
                    .setText("another")
                    .build();
            counting.count(List.of(version(1, WRONG), other));
            assertThat(best(service)).isEqualTo(320);
            assertThat(counting.meters
                            .get("tollwatch.rejected")
                            .tag("reason", Reason.DUPLICATE_ID.label())
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }
}
