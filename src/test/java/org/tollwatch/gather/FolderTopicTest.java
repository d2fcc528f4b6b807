package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.IncidentReport;

/** Files that appear in folders, and a topic of articles, on a real broker. */
@Timeout(180)
class FolderTopicTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ARTICLE =
            "{\"source\": \"%s\", \"publishedAt\": \"2020-10-17T15:45:00Z\", \"text\": \"At least"
                    + " %d civilians were killed in Ganja, Azerbaijan said.\"}\n";

    @TempDir
    static Path directory;

    private static FeedWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new FeedWorld(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void finishedFilesAreTakenOnceAlsoAfterARestart() throws Exception {
        Path drop = Files.createDirectories(directory.resolve("drop"));
        Files.writeString(
                drop.resolve("one.jsonl"),
                ARTICLE.formatted("Drop", 11) + "nonsense\n" + ARTICLE.formatted("Drop", 12));
        Files.writeString(drop.resolve("two.jsonl.part"), ARTICLE.formatted("Drop", 13));
        String yaml = "every: 200ms\nfeeds:\n  drop: {folder: drop, source: Drop}\n";
        try (FeedService feeds = world.gather(yaml)) {
            await().atMost(SOON).until(() -> of("Drop").size() == 2);
            await().atMost(SOON).until(() -> feeds.health().get(0).lastSuccess().isPresent());
        }
        Files.move(drop.resolve("two.jsonl.part"), drop.resolve("two.jsonl"));
        try (FeedService feeds = world.gather(yaml)) {
            await().atMost(SOON).until(() -> of("Drop").size() == 3);
            // One that grows is read again; what it had is the same reports.
            Files.writeString(drop.resolve("two.jsonl"), ARTICLE.formatted("Drop", 14), StandardOpenOption.APPEND);
            await().atMost(SOON).until(() -> of("Drop").size() == 5);
            assertThat(feeds.health().get(0).items()).isEqualTo(2);
        }
        assertThat(of("Drop").stream().map(IncidentReport::getId).distinct()).hasSize(4);
        assertThat(world.rejected())
                .filteredOn(told -> told.startsWith("not_json"))
                .hasSize(1);
    }

    @Test
    void archivesOfTheWebAreRead() throws Exception {
        Path drop = Files.createDirectories(directory.resolve("warc"));
        String html = FeedWorld.page(
                "Ganja", "At least 13 civilians were killed in Ganja, Azerbaijan's prosecutor general said.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(record("warcinfo", "", "software: x\r\n"));
        out.write(record("response", "https://post.example/2020/10/17/ganja", answer("200 OK", html)));
        out.write(record("response", "https://post.example/2020/10/17/gone", answer("404 Not Found", html)));
        out.write(record("response", "https://post.example/undated", answer("200 OK", html)));
        Files.write(drop.resolve("a.warc.gz"), out.toByteArray());
        try (FeedService feeds = world.gather("every: 200ms\nfeeds:\n  arch: {folder: warc, source: Arch}\n")) {
            await().atMost(SOON).until(() -> feeds.health().get(0).items() == 1);
        }
        assertThat(of("Arch")).singleElement().satisfies(report -> {
            assertThat(report.getUrl()).isEqualTo("https://post.example/2020/10/17/ganja");
            assertThat(report.getPublishedAt()).isEqualTo("2020-10-17T23:59:59Z");
            assertThat(report.getClaims()).hasSize(1);
        });
        assertThat(world.rejected())
                .filteredOn(told -> told.startsWith("bad_date") && told.contains("undated"))
                .hasSize(1);
    }

    @Test
    void aTopicOfArticlesIsReadFromWhereItStood() throws Exception {
        Map<String, Object> at =
                Map.of("bootstrap.servers", world.settings().cluster().bootstrapServers());
        try (Admin admin = Admin.create(at);
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(at, new ByteArraySerializer(), new ByteArraySerializer())) {
            String yaml = "feeds:\n  raw: {topic: articles, source: Raw}\n";
            try (FeedService feeds = world.gather(yaml)) {
                await().atMost(SOON).until(() -> feeds.health().get(0).trouble().isPresent());
                assertThat(feeds.health().get(0).why().orElse("")).contains("there is no topic articles");
            }
            admin.createTopics(List.of(new NewTopic("articles", 2, (short) 1)))
                    .all()
                    .get();
            send(producer, ARTICLE.formatted("Raw", 11));
            send(producer, "nonsense");
            send(producer, ARTICLE.formatted("Raw", 12));
            try (FeedService feeds = world.gather(yaml)) {
                await().atMost(SOON).until(() -> of("Raw").size() == 2);
                assertThat(feeds.health().get(0).state()).isNotEqualTo(FeedHealth.State.FAILING);
            }
            send(producer, ARTICLE.formatted("Raw", 13));
            try (FeedService feeds = world.gather(yaml)) {
                await().atMost(SOON).until(() -> of("Raw").size() == 3);
                assertThat(feeds.health()).hasSize(1);
            }
        }
        assertThat(of("Raw")).hasSize(3);
    }

    private static void send(Producer<byte[], byte[]> producer, String article) throws Exception {
        producer.send(new ProducerRecord<>("articles", article.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private static List<IncidentReport> of(String source) {
        return world.reports().stream()
                .filter(report -> report.getSource().equals(source))
                .toList();
    }

    private static String answer(String status, String html) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
    }

    /** Packed by itself, as archives are. */
    private static byte[] record(String type, String uri, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + (uri.isEmpty() ? "" : "WARC-Target-URI: " + uri + "\r\n")
                        + "WARC-Date: 2021-01-01T00:00:00Z\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return WildServer.gzipped(out.toByteArray());
    }
}
