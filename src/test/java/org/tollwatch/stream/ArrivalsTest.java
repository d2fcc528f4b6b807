package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tally says when the oldest report behind its change came, also when it was rolled up. */
class ArrivalsTest {

    @TempDir
    Path directory;

    @Test
    void theOldestIsTakenOnce() {
        Arrivals arrivals = new Arrivals();
        arrivals.at("a", 20);
        arrivals.at("a", 10);
        arrivals.at("b", arrivals.take("a"));
        assertThat(Arrivals.of(arrivals.take("b"))).hasValue(Instant.ofEpochMilli(10));
        assertThat(Arrivals.of(arrivals.take("a"))).isEmpty();
    }

    @Test
    void everyTallyThatAReportChangesCarriesWhenItCame() {
        try (TopologyFixture fixture = new TopologyFixture(directory)) {
            fixture.send(
                    Reports.report("r1", Reports.killed("c1", "artsakh", 2, 54).build()));
            TestOutputTopic<String, byte[]> topic = fixture.driver.createOutputTopic(
                    Topics.TALLIES, new StringDeserializer(), new ByteArrayDeserializer());
            for (int i = 0; i < 3; i++) {
                fixture.driver.advanceWallClockTime(java.time.Duration.ofSeconds(1));
            }
            List<TestRecord<String, byte[]>> changes = topic.readRecordsToList();
            assertThat(changes).extracting(change -> Keys.party(change.key())).contains("artsakh", "*");
            assertThat(changes)
                    .extracting(change -> Arrivals.of(change.headers()))
                    .containsOnly(Optional.of(TopologyFixture.CLOCK.instant()));
        }
    }
}
