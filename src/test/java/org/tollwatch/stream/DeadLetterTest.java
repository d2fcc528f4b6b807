package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterTest {

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
    void aRejectedReportLiesThereWholeWithItsReasonAndTheRestGoesOn() {
        stream.send(report(
                "r1",
                killed("c1", "artsakh", 2, 1).build(),
                killed("c2", "artsakh", 3, -5).build()));
        stream.send(report("r2", killed("c3", "artsakh", 4, 7).build()));
        stream.reckon();
        assertThat(stream.ledger())
                .singleElement()
                .satisfies(e -> assertThat(e.getClaim().getId()).isEqualTo("c3"));
        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(TopologyFixture.header(letter, "reason")).isEqualTo("bad_count");
            assertThat(TopologyFixture.header(letter, "origin")).isEqualTo("reports-0@0");
            assertThat(TopologyFixture.header(letter, "detail")).startsWith("claims[1]: low -5");
            assertThat(stream.schemas.reports().decode(letter.value())).isInstanceOf(Decoded.Value.class);
        });
        assertThat(stream.count("tollwatch.rejected", "reason", "bad_count")).isEqualTo(1);
    }

    @Test
    void anIdThatWasTakenByAnotherReportIsRejected() {
        stream.send(report("r1", killed("c1", "artsakh", 2, 1).build()));
        stream.send(report("r1", killed("c2", "artsakh", 3, 2).build()));
        assertThat(stream.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(TopologyFixture.header(letter, "reason")).isEqualTo("duplicate_id");
            assertThat(TopologyFixture.header(letter, "detail")).contains("'r1'");
        });
        assertThat(stream.ledger()).hasSize(1);
    }

    @Test
    void aRecordWithoutAnythingIsRejectedToo() {
        stream.send("key", null);
        assertThat(stream.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEmpty());
    }

    @Test
    void aHugeInputIsCut() {
        stream.send("key", "x".repeat(1_100_000).getBytes(StandardCharsets.UTF_8));
        assertThat(stream.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).hasSize(1_000_000))
                .satisfies(letter ->
                        assertThat(TopologyFixture.header(letter, "size")).isEqualTo("1100000"));
    }

    @Test
    void aProducerOutsideMakesTheSameLetter() {
        var letter = DeadLetter.of(
                new Rejection(Reason.NOT_JSON, "feed.jsonl:7", "not JSON; write one object a line"),
                new byte[0],
                "{".getBytes(StandardCharsets.UTF_8));
        assertThat(letter.topic()).isEqualTo(Topics.REPORTS_DLQ);
        assertThat(new String(letter.headers().lastHeader("origin").value(), StandardCharsets.UTF_8))
                .isEqualTo("feed.jsonl:7");
    }
}
