package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.stream.News;
import org.tollwatch.stream.NewsReader;
import org.tollwatch.stream.Topics;

/** What strangers write on the topics that are ours to write: it is passed over, and what follows is told as ever. */
@Timeout(300)
class StrangersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RULES = """
            recent: 9999w
            receivers:
              - {webhook: "URL", secret: {env: HOOK_SECRET}}
            rules:
              heavy: {severity: critical, party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 90d}
            """;

    @TempDir
    Path directory;

    @Test
    void alertsAndTheStreamGoOnAfterRecordsThatAreNone() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                Desktop desk = new Desktop(directory, rules(receiver));
                NewsReader news = desk.counting().news().fromNow()) {
            scribble(desk.bootstrapServers());
            desk.publish(0, killed("c1", "artsakh", 2, 54));
            List<News> heard = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                news.poll(Duration.ofMillis(100), item -> heard.add(item.news()));
                return heard.stream().anyMatch(each -> each instanceof News.Changed);
            });
            await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());
            assertThat(receiver.events()).contains("firing artsakh");
            assertThat(desk.alerts().stopped()).isEmpty();
        }
    }

    private static void scribble(String bootstrapServers) throws Exception {
        byte[] garbage = {0, 0, 0, 0, 1, -1, -2, -3};
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : List.of(Topics.TALLIES, Topics.ALERTS)) {
                for (String key : List.of("x", "a\u001fb\u001fc\u001fd\u001fe\u001ff\u001fg\u001fh\u001fi", "")) {
                    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                    producer.send(new ProducerRecord<>(topic, 0, bytes, garbage))
                            .get();
                    producer.send(new ProducerRecord<>(topic, 0, bytes, null)).get();
                    producer.send(new ProducerRecord<>(topic, 0, bytes, new byte[] {7}))
                            .get();
                }
            }
        }
    }

    private Path rules(FakeReceiver receiver) throws Exception {
        return Files.writeString(
                directory.resolve("rules.yaml"), RULES.replace("URL", receiver.url()), StandardCharsets.UTF_8);
    }
}
