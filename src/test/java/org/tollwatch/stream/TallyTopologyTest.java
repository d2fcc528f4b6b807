package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.TallyRecord;

class TallyTopologyTest {

    @TempDir
    Path directory;

    private TopologyFixture stream;

    @BeforeEach
    void start() {
        stream = new TopologyFixture(directory);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void theTopologyIsTheOneThatWasAgreedOn() throws IOException {
        Settings settings = Settings.of(Cluster.of("none:0", "http://none"), directory);
        String described = stream.topology(StreamsSetup.config(settings), settings)
                .describe()
                .toString();
        Files.writeString(Path.of("target", "tally-topology.txt"), described);
        try (var golden = getClass().getResourceAsStream("/tally-topology.txt")) {
            // A difference is a migration: internal topics of a running application would no longer be found.
            assertThat(described.strip().lines())
                    .containsExactlyElementsOf(new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .lines()
                            .toList());
        }
    }

    @Test
    void twoDaysOfOneAccountAddUpAndRollUpToAllSides() {
        stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
        stream.send(report("r2", killed("a3", "artsakh", 3, 51).build()));
        stream.send(report("r3", killed("z3", "azerbaijan", 3, 7).build()));
        stream.reckon();
        assertThat(stream.tally("artsakh", WindowKind.MONTH).low()).isEqualTo(105);
        assertThat(stream.tally("azerbaijan", WindowKind.MONTH).low()).isEqualTo(7);
        assertThat(stream.tally("*", WindowKind.MONTH)).satisfies(all -> {
            assertThat(all.low()).isEqualTo(112);
            assertThat(all.claims()).extracting(Citation::id).containsExactlyInAnyOrder("a2", "a3", "z3");
            assertThat(all.scope().conflict()).isEqualTo(Reports.CONFLICT);
        });
    }

    @Test
    void theSameReportAgainIsARepeatAndChangesNothing() {
        stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
        stream.reckon();
        stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
        assertThat(stream.reckon()).isZero();
        assertThat(stream.count("tollwatch.reports", "decision", "repeated")).isEqualTo(1);
        assertThat(stream.deadLetters()).isEmpty();
    }

    @Test
    void anotherReadingOfTheSameTextIsTheSameReport() {
        String text = "The ministry said 54 were killed on 2 October.";
        stream.send(report("r1", killed("a", "artsakh", 2, 54).build()).setText(text));
        stream.send(report("r1", killed("b", "artsakh", 3, 54).build()).setText(text));
        assertThat(stream.count("tollwatch.reports", "decision", "repeated")).isEqualTo(1);
        assertThat(stream.deadLetters()).isEmpty();
    }

    @Test
    void theSameClaimOfALaterReportChangesNothing() {
        stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
        stream.reckon();
        stream.send(report("r2", killed("a2", "artsakh", 2, 54).build())
                .setSource("another")
                .setPublishedAt(Reports.OCTOBER_5.plusSeconds(60)));
        assertThat(stream.reckon()).isZero();
        assertThat(stream.count("tollwatch.claims", "decision", "repeated")).isEqualTo(1);
        assertThat(stream.ledger())
                .singleElement()
                .satisfies(e -> assertThat(e.getReportId()).isEqualTo("r1"));
    }

    @Test
    void ofTheSameClaimTheFirstPublishedIsKeptInWhateverOrderTheyArrive() {
        stream.send(
                report("r2", killed("a2", "artsakh", 2, 54).build()).setPublishedAt(Reports.OCTOBER_5.plusSeconds(60)));
        stream.reckon();
        stream.send(report("r1", killed("a2", "artsakh", 2, 54).build()));
        stream.reckon();
        assertThat(stream.ledger())
                .singleElement()
                .satisfies(e -> assertThat(e.getReportId()).isEqualTo("r1"));
        assertThat(stream.tally("artsakh", WindowKind.DAY).asOf()).isEqualTo(Reports.OCTOBER_5);
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        List<org.tollwatch.report.IncidentReport.Builder> reports = List.of(
                report("r1", killed("a2", "artsakh", 2, 54).build()),
                report("r2", killed("a3", "artsakh", 3, 51).build()),
                report("r3", killed("z3", "azerbaijan", 3, 7).build()),
                report("r4", killed("any", null, 3, 90).build()));
        for (int i = 0; i < reports.size(); i++) {
            stream.send(reports.get(i));
            stream.reckon();
        }
        Map<String, TallyRecord> oneByOne = Map.copyOf(stream.latest());
        stop();
        stream = new TopologyFixture(directory.resolve("other"));
        for (int i = reports.size() - 1; i >= 0; i--) {
            stream.send(reports.get(i));
        }
        stream.reckon();
        assertThat(stream.latest()).isEqualTo(oneByOne);
    }

    @Test
    void someoneInTheConflictBindsAllSidesTogetherAndOnlyFromBelow() {
        stream.send(report("r1", killed("any", null, 3, 90).build()));
        stream.reckon();
        Tally all = stream.tally("*", WindowKind.DAY);
        assertThat(all.low()).isEqualTo(90);
        assertThat(all.high()).isEqualTo(Count.OPEN);
        assertThat(stream.latest().keySet()).allMatch(key -> Keys.party(key).equals("*"));
    }

    @Test
    void aPlaceIsFoundByAnyOfItsNamesAndTheTheatreIsNoPlace() {
        stream.send(report(
                "r1",
                killed("s", "artsakh", 2, 3)
                        .setPlace(new ReportedPlace("Stepanakert", null, null))
                        .build(),
                killed("t", "artsakh", 3, 4)
                        .setPlace(new ReportedPlace("Nagorno-Karabakh", null, null))
                        .build(),
                killed("u", "artsakh", 4, 5)
                        .setPlace(new ReportedPlace("Nowhere Village", null, null))
                        .build()));
        stream.reckon();
        assertThat(stream.tallies(
                        t -> t.scope().party().equals("artsakh") && t.window().kind() == WindowKind.MONTH))
                .extracting(t -> t.scope().place() + "=" + t.low())
                .contains("stepanakert=3", "Nowhere Village=5", "=12");
    }

    @Test
    void adversaryAloneIsAClaim() {
        var claim = killed("x", "artsakh", 2, 500);
        claim.setClaimant(new org.tollwatch.report.Claimant(
                "Baku", "azerbaijan", "azerbaijan", org.tollwatch.report.Side.ADVERSARY, false));
        stream.send(report("r1", claim.build()));
        stream.reckon();
        assertThat(stream.tally("artsakh", WindowKind.DAY)).satisfies(tally -> {
            assertThat(tally.low()).isZero();
            assertThat(tally.grade()).isEqualTo(Grade.CLAIMED);
        });
    }
}
