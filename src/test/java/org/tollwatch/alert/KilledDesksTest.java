package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.cli.TollwatchMain;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.LedgerOf;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Topics;

/** Two processes of `up` on one broker, each killed while it watches and tells: each alert fires once, and reaches its receiver. */
@Tag("slow")
@Timeout(400)
class KilledDesksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final int DAYS = 28;

    @TempDir
    Path directory;

    private ReportPublisher publisher;
    private final List<Process> processes = new ArrayList<>();

    @Test
    void eachAlertFiresOnceAndIsToldThoughWhoeverWatchesIsKilledDuringAnOutageOfTheReceiver() throws Exception {
        List<IncidentReport> reports = reports();
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"));
                FakeReceiver receiver = new FakeReceiver()) {
            Path rules = rules(receiver);
            Process one = desk(cluster, rules, "one");
            Process two = desk(cluster, rules, "two");
            publisher = ReportPublisher.to(cluster.at(), new SimpleMeterRegistry());
            int third = reports.size() / 3;
            send(reports.subList(0, third));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() > third / 2);

            Stream.generate(() -> 503).limit(30).forEach(receiver::answers);
            send(reports.subList(third, 2 * third));
            await().atMost(PATIENCE).until(() -> !receiver.failed().isEmpty());
            one.destroyForcibly().waitFor();
            Process three = desk(cluster, rules, "three");
            receiver.recovers();
            await().atMost(PATIENCE).until(() -> keys(receiver).size() > third);

            send(reports.subList(2 * third, reports.size()));
            await().atMost(PATIENCE).until(() -> keys(receiver).size() > third * 3 / 2);
            two.destroyForcibly().waitFor();
            await().atMost(PATIENCE).until(() -> keys(receiver).size() >= reports.size());
            assertThat(three.isAlive()).isTrue();

            Set<String> right = wouldFire(reports, rules);
            assertThat(keys(receiver)).isEqualTo(right);
            Map<String, Integer> written = written(cluster);
            assertThat(written.keySet()).isEqualTo(right);
            assertThat(written.values()).as("each is on the topic once").containsOnly(1);
            publisher.close();
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    /** Each tells of 60 killed on a day of one side: one alert each. */
    private static List<IncidentReport> reports() {
        List<IncidentReport> reports = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            for (String party : List.of("armenia", "artsakh", "azerbaijan")) {
                String id = party + "-" + day;
                reports.add(report("r-" + id, killed("c-" + id, party, day, 60).build())
                        .setPublishedAt(Reports.OCTOBER_5.plus(Duration.ofMinutes(reports.size())))
                        .build());
            }
        }
        return reports;
    }

    private void send(List<IncidentReport> reports) {
        reports.forEach(report -> publisher.publish(report, "test", new byte[0]));
        publisher.flush();
    }

    /** The deliveries that tell an alert apart from others: a repeated one has the same. */
    private static Set<String> keys(FakeReceiver receiver) {
        return receiver.taken().stream()
                .map(posted -> posted.key().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<String> wouldFire(List<IncidentReport> reports, Path rules) {
        var ledger = LedgerOf.reports(CONFLICTS.byId(Reports.CONFLICT).orElseThrow(), reports);
        return new Backtest(RulesFile.read(rules, CONFLICTS).get(), Policy.standard())
                .run(ledger, Reports.OCTOBER_5, Reports.OCTOBER_5.plus(Duration.ofDays(1))).stream()
                        .map(alert -> alert.id() + "/" + alert.number())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How often each message is on the topic, as those see it who read what was committed. */
    private static Map<String, Integer> written(LocalCluster cluster) {
        Map<String, Integer> written = new TreeMap<>();
        try (Registry registry = Registry.at(cluster.registryUrl());
                KafkaConsumer<String, AlertRecord> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        AlertService.serials(registry).alerts().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> written.merge(
                                record.key() + "/" + record.value().getNumber(), 1, Integer::sum));
            }
        }
        return written;
    }

    private Process desk(LocalCluster cluster, Path rules, String name) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        File log = directory.resolve(name + ".log").toFile();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TollwatchMain.class.getName(),
                        "up",
                        "--bootstrap-servers",
                        cluster.bootstrapServers(),
                        "--schema-registry",
                        cluster.registryUrl(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        directory.resolve(name).toString(),
                        "--alerts",
                        rules.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        processes.add(process);
        await().atMost(PATIENCE)
                .until(() ->
                        Files.readString(log.toPath(), StandardCharsets.UTF_8).contains("answers at"));
        return process;
    }

    private Path rules(FakeReceiver receiver) throws Exception {
        return Files.writeString(
                directory.resolve("rules.yaml"), """
                recent: 9999w
                receivers:
                  - {webhook: "%s"}
                rules:
                  heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 900d}
                """.formatted(receiver.url()), StandardCharsets.UTF_8);
    }
}
