package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** The example of the page on producing, as it stands there, and a plain Avro consumer that reads what it and we write. */
@Timeout(120)
class ProducingTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theExampleIsCountedAndAnybodyCanReadIt() throws Exception {
        Matcher java = JAVA.matcher(Files.readString(Path.of("docs/producing.md")));
        assertThat(java.find()).isTrue();
        Path source = Files.writeString(directory.resolve("Reporting.java"), java.group(1));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", directory.toString(), source.toString());
        assertThat(status).isZero();
        try (FeedWorld world = new FeedWorld(directory.resolve("world"));
                URLClassLoader classes = new URLClassLoader(
                        new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            String[] at = {world.settings().bootstrapServers(), world.settings().registryUrl()};
            classes.loadClass("Reporting").getMethod("main", String[].class).invoke(null, (Object) at);
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
    }

    /** As one would who has nothing of ours. */
    private static GenericRecord read(FeedWorld world) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", world.settings().bootstrapServers(), "isolation.level", "read_committed");
        try (Registry registry = Registry.at(world.settings().registryUrl());
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
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
