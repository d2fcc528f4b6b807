package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** The examples of the page on producing, as they stand there, and a plain Avro consumer that reads what it and we write. */
@Timeout(120)
class ProducingTest {

    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path directory;

    @Test
    void theExampleInJavaIsCountedAndAnybodyCanReadIt() throws Exception {
        Path source = Files.writeString(directory.resolve("Reporting.java"), example("java"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", directory.toString(), source.toString());
        assertThat(status).isZero();
        try (FeedWorld world = new FeedWorld(directory.resolve("world"));
                URLClassLoader classes = new URLClassLoader(
                        new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            String[] at = {
                world.settings().cluster().bootstrapServers(),
                world.settings().cluster().registryUrl()
            };
            classes.loadClass("Reporting").getMethod("main", String[].class).invoke(null, (Object) at);
            isCounted(world);
        }
    }

    @Test
    void theExampleInPythonIsCountedAndAnybodyCanReadIt() throws Exception {
        assumeThat(run(PYTHON, "-c", "import avro.io, confluent_kafka"))
                .as("Python's libraries are not there; on Debian: apt install python3-avro python3-confluent-kafka")
                .isZero();
        Path source = Files.writeString(directory.resolve("reporting.py"), example("python"));
        try (FeedWorld world = new FeedWorld(directory.resolve("world"))) {
            Cluster at = world.settings().cluster();
            assertThat(run(PYTHON, source.toString(), at.bootstrapServers(), at.registryUrl()))
                    .isZero();
            isCounted(world);
        }
    }

    private static String example(String language) throws IOException {
        Matcher example = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/producing.md")));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    /** @return what the program ends with; 127 when there is none */
    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return 127;
        }
    }

    private static void isCounted(FeedWorld world) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            world.service.awaitQuiet(progress -> {});
            return !world.service.claims("nagorno-karabakh").isEmpty();
        });
        assertThat(world.service.claims("nagorno-karabakh")).singleElement().satisfies(entry -> {
            assertThat(entry.getClaim().getBest()).isEqualTo(12);
            assertThat(entry.getClaim().getParty()).isEqualTo("artsakh");
        });
        assertThat(world.rejected()).isEmpty();
        GenericRecord read = read(world);
        assertThat(read.get("id")).hasToString("desk-2020-10-02-1");
        assertThat((List<?>) read.get("claims")).hasSize(1);
    }

    /** As one would who has nothing of ours. */
    private static GenericRecord read(FeedWorld world) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                world.settings().cluster().bootstrapServers(),
                "isolation.level",
                "read_committed");
        try (Registry registry = Registry.at(world.settings().cluster().registryUrl());
                Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.REPORTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            ConsumerRecord<byte[], byte[]> record = await().atMost(Duration.ofSeconds(30))
                    .until(() -> consumer.poll(Duration.ofMillis(200)).iterator(), java.util.Iterator::hasNext)
                    .next();
            ByteBuffer wire = ByteBuffer.wrap(record.value());
            assertThat(wire.get()).isZero();
            Schema schema = registry.writer(wire.getInt()).orElseThrow();
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(record.value(), 5, record.value().length - 5, null));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
