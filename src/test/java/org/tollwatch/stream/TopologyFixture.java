package org.tollwatch.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.local.SchemaRegistryServer;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** The real topology and a real registry, with one partition and a clock that stands still. */
final class TopologyFixture implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2023-10-01T00:00:00Z"), ZoneOffset.UTC);
    static final Conflicts CONFLICTS = Conflicts.bundled();

    private static final int MOST_ROUNDS = 1_000;

    final MeterRegistry meters = new SimpleMeterRegistry();
    private final SchemaRegistryServer server;
    private final Registry registry;
    final Schemas schemas;
    final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> reports;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<String, TallyRecord> changes;
    private final Map<String, TallyRecord> latest = new TreeMap<>();

    TopologyFixture(Path directory) {
        this(directory, settings -> settings);
    }

    TopologyFixture(Path directory, UnaryOperator<Settings> changed) {
        server = SchemaRegistryServer.start(directory.resolve("schemas.json"), 0);
        registry = Registry.at(server.url());
        schemas = Schemas.register(registry);
        Settings settings = changed.apply(Settings.of(Cluster.of("none:0", server.url()), directory.resolve("state")));
        StreamsConfig config = StreamsSetup.config(settings);
        driver = new TopologyTestDriver(topology(config, settings), properties(config), CLOCK.instant());
        reports = driver.createInputTopic(Topics.REPORTS, new StringSerializer(), new ByteArraySerializer());
        deadLetters =
                driver.createOutputTopic(Topics.REPORTS_DLQ, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        changes = driver.createOutputTopic(
                Topics.TALLIES, new StringDeserializer(), schemas.tallies().deserializer());
    }

    Topology topology(StreamsConfig config, Settings settings) {
        return TallyTopology.build(
                config, settings, schemas, CONFLICTS, Policy.standard(), CLOCK, new Meters(meters), new EntryLog());
    }

    private static Properties properties(StreamsConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.originals());
        return properties;
    }

    void send(IncidentReport.Builder report) {
        IncidentReport built = report.build();
        send(built.getId(), schemas.reports().serializer().serialize(Topics.REPORTS, built));
    }

    void send(String key, byte[] value) {
        reports.pipeInput(key, value);
    }

    /** Lets the books be reckoned until none is marked; returns how many tallies were told as changed. */
    int reckon() {
        int told = 0;
        for (int rounds = 0; rounds == 0 || marked(Stores.LEDGER_DIRTY) || marked(Stores.PARTIES_DIRTY); rounds++) {
            if (rounds > MOST_ROUNDS) {
                throw new AssertionError("marks are left after " + rounds + " rounds");
            }
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            told += read();
        }
        return told;
    }

    private boolean marked(String store) {
        try (var marks = driver.<String, byte[]>getKeyValueStore(store).all()) {
            return marks.hasNext();
        }
    }

    private int read() {
        List<TestRecord<String, TallyRecord>> batch = changes.readRecordsToList();
        for (TestRecord<String, TallyRecord> change : batch) {
            if (change.value() == null) {
                latest.remove(change.key());
            } else {
                latest.put(change.key(), change.value());
            }
        }
        return batch.size();
    }

    /** What a reader of the topic knows by now. */
    Map<String, TallyRecord> latest() {
        return latest;
    }

    List<Tally> tallies(Predicate<Tally> which) {
        return latest.values().stream().map(TallyRecords::toTally).filter(which).toList();
    }

    Tally tally(String party, WindowKind kind) {
        List<Tally> found = tallies(t -> t.scope().party().equals(party)
                && t.window().kind() == kind
                && t.scope().status() == org.tollwatch.ledger.Status.ANY
                && t.scope().place().isEmpty());
        if (found.size() != 1) {
            throw new AssertionError("one tally of " + party + " by " + kind + ", but " + found);
        }
        return found.get(0);
    }

    List<LedgerEntry> ledger() {
        List<LedgerEntry> entries = new java.util.ArrayList<>();
        try (var all =
                driver.<String, LedgerEntry>getKeyValueStore(Stores.LEDGER).all()) {
            all.forEachRemaining(entry -> entries.add(entry.value));
        }
        return entries;
    }

    /** The keys that were written to a store since this was last asked. */
    List<String> written(String store) {
        String changelog = "tollwatch-" + store + "-changelog";
        return driver
                .createOutputTopic(changelog, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::key)
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    double count(String meter, String tag, String value) {
        return meters.get(meter).tag(tag, value).counter().count();
    }

    void stopRegistry() {
        server.close();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        server.close();
    }
}
