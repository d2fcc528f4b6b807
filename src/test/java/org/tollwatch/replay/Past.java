package org.tollwatch.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/** A live service that has counted something, and replays of it. */
final class Past implements AutoCloseable {

    static final Conflicts CONFLICTS = Conflicts.bundled();

    final LocalCluster cluster;
    final Settings settings;
    private final TallyService live;

    Past(Path directory, int partitions) {
        cluster = LocalCluster.start(directory);
        settings = Settings.of(cluster.at(), directory.resolve("state")).withPartitions(partitions);
        live = TallyService.start(settings, CONFLICTS, Policy.standard(), new SimpleMeterRegistry());
    }

    /** Samples and synthetic reports in no order of time, some of them twice, one id with two texts, and what is no report. */
    void happen() throws Exception {
        List<IncidentReport> reports = new ArrayList<>(samples());
        reports.addAll(Reports.many(0, 60));
        reports.addAll(reports.subList(0, 10));
        Collections.shuffle(reports, new Random(7));
        IncidentReport first = reports.get(3);
        publish(reports);
        publish(List.of(IncidentReport.newBuilder(first)
                .setTitle("another title")
                .setPublishedAt(first.getPublishedAt().minusSeconds(86_400))
                .build()));
        publish(revisions());
        publish(List.of(IncidentReport.newBuilder(reports.get(0))
                .setId("ahead")
                .setPublishedAt(Instant.now().plusSeconds(400_000))
                .build()));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.REPORTS, new byte[] {1}, new byte[] {2, 3}))
                    .get();
        }
        live.awaitQuiet(progress -> {});
    }

    /** One report that is corrected twice; the last version comes before the one in the middle. */
    private static List<IncidentReport> revisions() {
        List<IncidentReport> versions = new ArrayList<>();
        for (int revision : new int[] {1, 3, 2}) {
            versions.add(Reports.report(
                            "edited",
                            Reports.killed("edited-" + revision, "armenia", 30, 10 * revision)
                                    .build())
                    .setRevision(revision)
                    .setRevisedAt(revision == 1 ? null : Reports.OCTOBER_5.plusSeconds(3600L * revision))
                    .build());
        }
        return versions;
    }

    void publish(List<IncidentReport> reports) {
        try (ReportPublisher publisher = ReportPublisher.to(cluster.at(), new SimpleMeterRegistry())) {
            reports.forEach(report -> publisher.publish(report, "test", new byte[0]));
            publisher.flush();
        }
    }

    TallyService live() {
        return live;
    }

    static List<IncidentReport> samples() {
        Extractor extractor = new Extractor(Languages.bundled(), CONFLICTS);
        List<IncidentReport> reports = new ArrayList<>();
        for (String file : List.of("karabakh-2020.jsonl")) {
            new ArticleReader(Defaults.NONE, Clock.systemUTC())
                    .read(Path.of("src/main/resources/samples", file), (Input<Article> input) -> {
                        if (input instanceof Input.Taken<Article> taken
                                && extractor.extract(taken.value()) instanceof Extraction.Read read) {
                            reports.add(read.report());
                        }
                    });
        }
        return reports;
    }

    static ReplayRequest request(String name, Speed speed) {
        return new ReplayRequest(
                new ReplayName(name), Stretch.ALL, speed, Policy.standard(), Optional.empty(), change -> {});
    }

    Replay replay(ReplayRequest request) {
        return Replay.start(settings, request, CONFLICTS, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    ReplayState replayed(ReplayRequest request) {
        try (Replay replay = replay(request)) {
            replay.await(state -> {});
            return replay.state();
        }
    }

    Map<String, String> tallies(String topic) {
        return TopicOf.newest(cluster.at(), topic);
    }

    @Override
    public void close() {
        live.close();
        cluster.close();
    }
}
