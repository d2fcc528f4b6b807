package org.tollwatch.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Topics;

/**
 * How fast an archive is replayed at full speed, from its start until the last tally is committed, beside how fast a consumer
 * alone reads the same topic before and after. Arguments: reports, of how many one says something new, letters of a text,
 * how many replays.
 */
final class ReplaySpeed {

    private static final List<String> PARTIES = List.of("armenia", "artsakh", "azerbaijan");
    private static final List<Measure> MEASURES = List.of(Measure.KILLED, Measure.WOUNDED, Measure.MISSING);

    private ReplaySpeed() {}

    public static void main(String[] args) throws Exception {
        int reports = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int copies = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int letters = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
        int runs = args.length > 3 ? Integer.parseInt(args[3]) : 2;
        Path directory = Files.createTempDirectory("replay-speed");
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
                Topics.create(admin, settings);
            }
            publish(cluster, reports, copies, letters);
            for (int run = 0; run < runs; run++) {
                System.out.printf("consumer alone: %,d reports/s%n", bare(cluster.bootstrapServers(), reports));
                replay(settings, "run-" + run);
            }
            System.out.printf("consumer alone: %,d reports/s%n", bare(cluster.bootstrapServers(), reports));
        }
    }

    private static void publish(LocalCluster cluster, int reports, int copies, int letters) {
        String words = "The ministry said that more were counted by the evening. ";
        String text = words.repeat(letters / words.length() + 1).substring(0, letters);
        try (ReportPublisher publisher = ReportPublisher.to(cluster.at(), new SimpleMeterRegistry())) {
            for (int i = 0; i < reports; i++) {
                publisher.publish(report(i, i / copies, i + " " + text), "bench", new byte[0]);
            }
            publisher.flush();
        }
    }

    private static IncidentReport report(int i, int claim, String text) {
        return Reports.report(
                        "r" + i,
                        Reports.killed("c" + claim, PARTIES.get(claim % 3), 1 + claim / 9 % 400, claim % 11)
                                .setMeasure(MEASURES.get(claim / 3 % 3))
                                .build())
                .setText(text)
                .setPublishedAt(Reports.OCTOBER_5.plusSeconds(i))
                .build();
    }

    private static long bare(String bootstrapServers, int reports) {
        try (Consumer<byte[], byte[]> consumer = Consumers.open(bootstrapServers, Map.of("max.poll.records", 2_000))) {
            consumer.assign(consumer.partitionsFor(Topics.REPORTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            long start = System.nanoTime();
            int read = 0;
            while (read < reports) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return reports * 1_000_000_000L / (System.nanoTime() - start);
        }
    }

    private static void replay(Settings settings, String name) {
        ReplayRequest request = new ReplayRequest(
                new ReplayName(name), Stretch.ALL, Speed.MAX, Policy.standard(), Optional.empty(), change -> {});
        long start = System.nanoTime();
        long[] fed = new long[1];
        try (Replay replay =
                Replay.start(settings, request, Conflicts.bundled(), new SimpleMeterRegistry(), Clock.systemUTC())) {
            replay.await(state -> {
                if (state.fed() && fed[0] == 0) {
                    fed[0] = System.nanoTime();
                }
            });
            long taken = replay.state().taken();
            long all = System.nanoTime() - start;
            System.out.printf(
                    "replay: %,d reports in %.1f s, %,d reports/s; copied after %.1f s%n",
                    taken, all / 1e9, taken * 1_000_000_000L / all, (fed[0] - start) / 1e9);
        }
    }
}
