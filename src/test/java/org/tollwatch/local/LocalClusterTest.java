package org.tollwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestartOnTheSameDirectory() throws Exception {
        byte[] value = "kept".getBytes(StandardCharsets.UTF_8);
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            Map<String, Object> config = Map.of("bootstrap.servers", cluster.bootstrapServers());
            assertThat(RunningCluster.in(directory))
                    .hasValueSatisfying(at -> assertThat(at.bootstrapServers()).isEqualTo(cluster.bootstrapServers()))
                    .hasValueSatisfying(at -> assertThat(at.registryUrl()).isEqualTo(cluster.registryUrl()));
            try (Admin admin = Admin.create(config)) {
                admin.createTopics(List.of(new NewTopic("t", 1, (short) 1)))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>("t", value)).get();
            }
        }
        assertThat(RunningCluster.in(directory)).as("nobody runs").isEmpty();
        try (LocalCluster cluster = LocalCluster.start(directory);
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo(value));
        }
    }

    @Test
    void aDirectoryServesOneAtATimeAndIsFreeAfterwards() {
        LocalCluster first = LocalCluster.start(directory);
        assertThatThrownBy(() -> LocalCluster.start(directory))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining("in use")
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        first.close();
        first.close();
        DirectoryLock.take(directory.toAbsolutePath()).close();
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingIsLeftBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalCluster.start(directory, new Ports(port, 0)))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("Port " + port);
            assertThatThrownBy(() -> LocalCluster.start(directory, new Ports(0, port)))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("Port " + port);
        }
        DirectoryLock.take(directory.toAbsolutePath()).close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> LocalCluster.start(file.resolve("below")))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Choose another directory");
    }

    @Test
    void onlyLoopbackListens() {
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            assertThat(cluster.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(cluster.registryUrl()).startsWith("http://127.0.0.1:");
        }
    }
}
