package org.tollwatch.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/** What is wrong with a real broker is told. */
@Timeout(200)
class DoctorTest {

    @TempDir
    Path directory;

    private List<Finding> examine(LocalCluster cluster, Clock clock) {
        return Doctor.examine(new Doctor.Patient(cluster.at(), directory, directory.resolve("state"), false, clock));
    }

    private static Finding of(List<Finding> found, String what) {
        return found.stream()
                .filter(finding -> finding.what().equals(what) && finding.level() != Finding.Level.OK)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing wrong is told of " + what + ": " + found));
    }

    @Test
    void aHealthyClusterIsWellAndEachIllnessIsNamedWithItsCure() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            assertThat(of(examine(cluster, Clock.systemUTC()), "topic reports").todo())
                    .contains("tollwatch up");
            Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
            try (TallyService service =
                    TallyService.start(settings, Conflicts.bundled(), Policy.standard(), new SimpleMeterRegistry())) {
                service.awaitQuiet(progress -> {});
            }
            assertThat(examine(cluster, Clock.systemUTC()))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.OK));

            set(cluster, Topics.REPORTS, "retention.ms", "604800000");
            set(cluster, Topics.TALLIES, "cleanup.policy", "delete");
            set(cluster, Topics.REPORTS_DLQ, "cleanup.policy", "compact");
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", cluster.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                long ahead = System.currentTimeMillis() + Duration.ofDays(2).toMillis();
                producer.send(new ProducerRecord<>(Topics.REPORTS, 0, ahead, new byte[1], new byte[1]))
                        .get();
            }
            assertThat(directory.resolve("state/forgotten").toFile().mkdir()).isTrue();
            List<Finding> ill = examine(cluster, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90)));
            assertThat(of(ill, "history of reports"))
                    .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.ERROR))
                    .satisfies(finding -> assertThat(finding.detail()).contains("7 days"))
                    .satisfies(finding -> assertThat(finding.todo()).contains("retention.ms=-1"));
            assertThat(of(ill, "history of tallies").level()).isEqualTo(Finding.Level.ERROR);
            assertThat(of(ill, "history of reports-dlq").detail()).contains("compacted");
            assertThat(of(ill, "times of the newest 1").detail()).contains("in the future");
            assertThat(of(ill, "clocks").detail()).contains("90.").contains("apart");
            assertThat(of(ill, "state of forgotten").todo()).contains("delete");
        }
    }

    @Test
    void whereNobodyAnswersThatIsSaidAndTheRestIsLookedAt() {
        List<Finding> found = Doctor.examine(new Doctor.Patient(
                Cluster.of("127.0.0.1:1", "http://127.0.0.1:1"),
                directory,
                directory.resolve("state"),
                true,
                Clock.systemUTC()));
        assertThat(of(found, "broker").level()).isEqualTo(Finding.Level.ERROR);
        assertThat(of(found, "schemas").level()).isEqualTo(Finding.Level.UNKNOWN);
        assertThat(found).anySatisfy(finding -> assertThat(finding.what()).startsWith("disk of"));
    }

    private static void set(LocalCluster cluster, String topic, String name, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
