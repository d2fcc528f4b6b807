package org.tollwatch.gather;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Decoded;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/** A broker, the counting, a wild web, and feeds that are started and stopped. */
final class FeedWorld implements AutoCloseable {

    static final Conflicts CONFLICTS = Conflicts.bundled();

    final WildServer web;
    final TallyService service;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LocalCluster cluster;
    private final Settings settings;
    private final Path directory;
    private final ReportMaker maker = new ReportMaker(CONFLICTS, Clock.systemUTC());

    FeedWorld(Path directory) throws Exception {
        this.directory = directory;
        web = new WildServer();
        cluster = LocalCluster.start(directory.resolve("cluster"));
        settings = Settings.of(cluster.at(), directory.resolve("state"));
        service = TallyService.start(settings, CONFLICTS, Policy.standard(), meters);
    }

    Settings settings() {
        return settings;
    }

    /** Feeds of the file with these lines. */
    FeedService gather(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("feeds.yaml"), yaml, StandardCharsets.UTF_8);
        return FeedService.start(FeedsFile.read(file, CONFLICTS), settings, maker, meters, Clock.systemUTC());
    }

    /** All reports on the topic, in the order of each partition. */
    List<IncidentReport> reports() {
        try (Registry registry = Registry.at(cluster.registryUrl())) {
            AvroSerde<IncidentReport> serde =
                    AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class);
            return read(
                    Topics.REPORTS, record -> ((Decoded.Value<IncidentReport>) serde.decode(record.value())).value());
        }
    }

    /** Reason and detail of all that was rejected. */
    List<String> rejected() {
        return read(
                Topics.REPORTS_DLQ,
                record -> text(record, "reason") + ": " + text(record, "detail") + " | "
                        + new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private <T> List<T> read(String topic, Function<ConsumerRecord<byte[], byte[]>, T> what) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<T> all = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(what.apply(record)));
            }
            return all;
        }
    }

    /** An RSS feed of items, the newest first. */
    static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>" + String.join("", items)
                + "</channel></rss>";
    }

    static String item(String guid, String title, String text, String date, String link) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title><description>" + text
                + "</description>" + (link.isEmpty() ? "" : "<link>" + link + "</link>")
                + (date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>") + "</item>";
    }

    /** A page with an article. */
    static String page(String title, String text) {
        return "<html lang=\"en\"><head><title>" + title
                + "</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>"
                + title + "</h1><p>" + text
                + "</p><p>Clashes between Armenia and Azerbaijan broke out along the line of"
                + " contact in Nagorno-Karabakh on 27 September, and both sides blame each other for them.</p></article>"
                + "</body></html>";
    }

    @Override
    public void close() {
        service.close();
        cluster.close();
        web.close();
    }
}
