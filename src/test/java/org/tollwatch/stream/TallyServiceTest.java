package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Book;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.ledger.WordProfile;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.local.SchemaRegistryServer;
import org.tollwatch.report.IncidentReport;

/** The service on a real broker and a real registry. */
@Timeout(300)
class TallyServiceTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();

    @TempDir
    Path directory;

    @Test
    void startedAgainOnTheSameDirectoryTheSameInputChangesNothing() throws Exception {
        List<IncidentReport> reports = Reports.many(0, 40);
        List<Tally> before;
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = start(cluster, new SimpleMeterRegistry())) {
            send(cluster, reports);
            service.awaitQuiet(progress -> {});
            before = service.tallies(Reports.CONFLICT, WindowKind.DAY);
            assertThat(service.claims(Reports.CONFLICT)).hasSize(40);
            assertThat(all(service)).isEqualTo(reckoned(service));
        }
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = start(cluster, meters)) {
            service.awaitQuiet(progress -> {});
            assertThat(service.tallies(Reports.CONFLICT, WindowKind.DAY)).isEqualTo(before);
            send(cluster, reports);
            service.awaitQuiet(progress -> {});
            assertThat(service.tallies(Reports.CONFLICT, WindowKind.DAY)).isEqualTo(before);
            assertThat(service.rejected()).isEmpty();
        }
        assertThat(meters.counter("tollwatch.reports", "decision", "repeated").count())
                .isEqualTo(40);
        assertThat(meters.counter("tollwatch.tallies.changed").count()).isZero();
        assertThat(before).isNotEmpty();
    }

    @Test
    void underAnotherPolicyTheTalliesAreMadeAnewWithoutNewInput() throws Exception {
        Policy floor = new Policy("floor", WordProfile.interval(), Policy.Quote.FLOOR);
        List<Tally> before;
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = start(cluster, new SimpleMeterRegistry())) {
            send(cluster, Reports.many(0, 20));
            service.awaitQuiet(progress -> {});
            before = all(service);
        }
        for (Policy policy : List.of(floor, Policy.standard())) {
            try (LocalCluster cluster = LocalCluster.start(directory);
                    TallyService service = start(cluster, new SimpleMeterRegistry(), policy)) {
                service.awaitQuiet(progress -> {});
                assertThat(all(service))
                        .hasSameSizeAs(before)
                        .allSatisfy(t -> assertThat(t.policy()).isEqualTo(policy.name()));
                assertThat(all(service).equals(before)).isEqualTo(policy.equals(Policy.standard()));
            }
        }
    }

    @Test
    void whatCannotBeCountedIsKeptWithItsReasonAndTheRestGoesOn() throws Exception {
        byte[] foreign =
                ByteBuffer.allocate(9).put((byte) 0).putInt(4711).putInt(7).array();
        byte[] garbage = "not avro".getBytes(StandardCharsets.UTF_8);
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = start(cluster, new SimpleMeterRegistry());
                Registry registry = Registry.at(cluster.registryUrl());
                Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
            sender.send("a", garbage);
            sender.send("b", foreign);
            sender.send(
                    List.of(report("r1", killed("c1", "artsakh", 2, 54).build()).build()));
            List<Progress> seen = new ArrayList<>();
            service.awaitQuiet(seen::add);
            assertThat(seen).last().isEqualTo(new Progress(3, 3));
            assertThat(service.claims(Reports.CONFLICT)).hasSize(1);
            assertThat(service.rejected()).isEqualTo(Map.of("undecodable", 1L, "unknown_schema", 1L));
            assertThat(deadLetters(cluster, 2))
                    .containsEntry("undecodable", garbage)
                    .containsEntry("unknown_schema", foreign);
            Period october = new Period(Instant.parse("2020-09-30T20:00:00Z"), Instant.parse("2020-10-05T20:00:00Z"));
            assertThat(service.ledger(Reports.CONFLICT)
                            .orElseThrow()
                            .tallies(List.of(new Window(WindowKind.SPAN, october)), Instant.MAX, Policy.standard()))
                    .anySatisfy(tally -> assertThat(tally.low()).isEqualTo(54));
        }
    }

    @Test
    @Tag("slow")
    void aKilledInstanceLosesNothingAndDoublesNothing() throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"));
                TallyService undisturbed = TallyService.start(
                        instance(cluster, "calm"), CONFLICTS, Policy.standard(), new SimpleMeterRegistry());
                TallyService survivor = TallyService.start(
                        instance(cluster, "killed"), CONFLICTS, Policy.standard(), new SimpleMeterRegistry());
                Registry registry = Registry.at(cluster.registryUrl());
                Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
            undisturbed.awaitQuiet(progress -> {});
            Process victim = anotherProcess(
                    directory.resolve("state-of-the-other"),
                    "killed",
                    cluster.bootstrapServers(),
                    cluster.registryUrl());
            try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    sender.send(Reports.many(next.getAndAdd(10), 10));
                    return out.ready() || !victim.isAlive();
                });
                assertThat(out.readLine()).isEqualTo("counting");
                sender.send(Reports.many(next.getAndAdd(100), 100));
            } finally {
                victim.destroyForcibly().waitFor();
            }
            sender.send(Reports.many(next.getAndAdd(100), 100));
            survivor.awaitQuiet(progress -> {});
            undisturbed.awaitQuiet(progress -> {});
            assertThat(all(undisturbed)).isEqualTo(reckoned(undisturbed));
            assertThat(all(survivor)).isEqualTo(all(undisturbed));
            assertThat(survivor.claims(Reports.CONFLICT)).isEqualTo(undisturbed.claims(Reports.CONFLICT));
        }
    }

    @Test
    @Tag("slow")
    void killedWithItsBrokerAndStartedAgainItCountsAsIfNothingHadHappened() throws Exception {
        Process victim = anotherProcess(directory, "tollwatch");
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("counting");
        } finally {
            victim.destroyForcibly().waitFor();
        }
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = TallyService.start(
                        InstanceMain.settings(cluster.at(), "tollwatch", directory.resolve("state")),
                        CONFLICTS,
                        Policy.standard(),
                        new SimpleMeterRegistry())) {
            send(cluster, Reports.many(0, 200));
            service.awaitQuiet(progress -> {});
            assertThat(service.claims(Reports.CONFLICT)).hasSizeGreaterThanOrEqualTo(200);
            assertThat(all(service)).isEqualTo(reckoned(service));
        }
    }

    /** The same by the pure function, from the whole ledger at once. */
    private static List<Tally> reckoned(TallyService service) {
        Conflict conflict = CONFLICTS.byId(Reports.CONFLICT).orElseThrow();
        List<Claim> claims = service.claims(Reports.CONFLICT).stream()
                .map(entry -> Entries.claim(entry, conflict))
                .toList();
        Set<Window> windows = claims.stream()
                .flatMap(claim -> Book.windowsOf(claim.period(), conflict.calendar()).stream())
                .collect(Collectors.toSet());
        return new Reckoning(conflict.partyTree(), conflict.placeTree(), conflict.calendar(), Policy.standard())
                .tallies(claims, windows, Instant.MAX).stream()
                        .sorted(Comparator.comparing((Tally t) -> t.window().kind())
                                .thenComparing(Reckoning.READING_ORDER))
                        .toList();
    }

    @Test
    @Tag("slow")
    void aRegistryOutageDelaysReportsAndRejectsNone() throws Exception {
        Path file = directory.resolve("registry.json");
        SchemaRegistryServer server = SchemaRegistryServer.start(file, 0);
        int port = Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"))) {
            Settings settings =
                    Settings.of(Cluster.of(cluster.bootstrapServers(), server.url()), directory.resolve("state"));
            try (TallyService service =
                            TallyService.start(settings, CONFLICTS, Policy.standard(), new SimpleMeterRegistry());
                    Registry registry = Registry.at(server.url());
                    Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
                service.awaitQuiet(progress -> {});
                byte[] newer =
                        writtenByANewerProducer(registry, Reports.many(0, 1).get(0));
                server.close();
                ListAppender<ILoggingEvent> log = new ListAppender<>();
                log.start();
                Logger logger = (Logger) LoggerFactory.getLogger(TallyService.class);
                logger.addAppender(log);
                sender.send("newer", newer);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> log.list.stream()
                                .anyMatch(e -> e.getFormattedMessage().contains("does not answer")));
                logger.detachAppender(log);
                server = SchemaRegistryServer.start(file, port);
                service.awaitQuiet(progress -> {});
                assertThat(service.claims(Reports.CONFLICT)).hasSize(1);
                assertThat(service.rejected()).isEmpty();
            }
        } finally {
            server.close();
        }
    }

    /** With a field more at the end, null, under a schema that nobody but the registry knows yet. */
    private static byte[] writtenByANewerProducer(Registry registry, IncidentReport report) {
        String schema = IncidentReport.getClassSchema().toString();
        int lastField = schema.lastIndexOf("]");
        Schema newer = new Schema.Parser()
                .parse(schema.substring(0, lastField)
                        + ",{\"name\":\"editor\",\"type\":[\"null\",\"string\"],\"default\":null}"
                        + schema.substring(lastField));
        byte[] bytes = AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class)
                .serializer()
                .serialize(Topics.REPORTS, report);
        ByteBuffer longer = ByteBuffer.allocate(bytes.length + 1).put(bytes).put((byte) 0);
        return longer.putInt(1, registry.register(Topics.REPORTS + "-value", newer))
                .array();
    }

    @Test
    void anApplicationKeepsThePartitionsItBeganWithAndItsReportsForEver() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
            for (int partitions : List.of(2, 3)) {
                try (TallyService service = TallyService.start(
                        settings.withPartitions(partitions), CONFLICTS, Policy.standard(), new SimpleMeterRegistry())) {
                    send(cluster, Reports.many(0, 10));
                    service.awaitQuiet(progress -> {});
                    assertThat(service.claims(Reports.CONFLICT)).hasSize(10);
                }
            }
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
                ConfigResource reports = new ConfigResource(ConfigResource.Type.TOPIC, Topics.REPORTS);
                var config = admin.describeConfigs(List.of(reports)).all().get().get(reports);
                assertThat(config.get("retention.ms").value()).isEqualTo("-1");
                assertThat(config.get("message.timestamp.after.max.ms").value())
                        .isEqualTo(Long.toString(Long.MAX_VALUE));
            }
        }
    }

    @Test
    void aServiceThatIsClosedSaysSoAndAnswersNothing() {
        try (LocalCluster cluster = LocalCluster.start(directory)) {
            TallyService service = start(cluster, new SimpleMeterRegistry());
            service.awaitQuiet(progress -> {});
            service.close();
            service.close();
            assertThatThrownBy(() -> service.tallies(Reports.CONFLICT, WindowKind.DAY))
                    .isInstanceOf(StoresNotReadyException.class);
            assertThatThrownBy(() -> service.awaitQuiet(progress -> {})).isInstanceOf(StreamException.class);
        }
    }

    private TallyService start(LocalCluster cluster, MeterRegistry meters) {
        return start(cluster, meters, Policy.standard());
    }

    private TallyService start(LocalCluster cluster, MeterRegistry meters, Policy policy) {
        Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
        return TallyService.start(settings, CONFLICTS, policy, meters);
    }

    private Settings instance(LocalCluster cluster, String application) {
        return InstanceMain.settings(cluster.at(), application, directory.resolve(application));
    }

    private static Process anotherProcess(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                InstanceMain.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void send(LocalCluster cluster, List<IncidentReport> reports) throws Exception {
        try (Registry registry = Registry.at(cluster.registryUrl());
                Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
            sender.send(reports);
        }
    }

    private static List<Tally> all(TallyService service) {
        List<Tally> all = new ArrayList<>();
        for (WindowKind kind : List.of(WindowKind.DAY, WindowKind.WEEK, WindowKind.MONTH, WindowKind.EPISODE)) {
            all.addAll(service.tallies(Reports.CONFLICT, kind));
        }
        return all;
    }

    private static Map<String, byte[]> deadLetters(LocalCluster cluster, int count) {
        Map<String, byte[]> letters = new TreeMap<>();
        Map<String, Object> config =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.REPORTS_DLQ, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> letters.put(
                                new String(
                                        letter.headers()
                                                .lastHeader(DeadLetter.REASON)
                                                .value(),
                                        StandardCharsets.UTF_8),
                                letter.value()));
                return letters.size() >= count;
            });
        }
        return letters;
    }
}
