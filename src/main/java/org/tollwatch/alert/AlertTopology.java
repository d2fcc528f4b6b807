package org.tollwatch.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Decoded;
import org.tollwatch.stream.Keys;
import org.tollwatch.stream.TallyRecords;
import org.tollwatch.stream.Topics;

/** The whole way from tallies to alerts. All of a conflict meets in one partition: its rules look across its tallies. */
final class AlertTopology {

    /** Tally key to tally. */
    static final String TALLIES = "alert-tallies";
    /** {@link Subject#key} to what is remembered. */
    static final String STATES = "alert-states";
    /** Conflict to its time. */
    static final String CLOCKS = "alert-clocks";

    /** What brings a conflict's tallies together. */
    static final String BY_CONFLICT = "tallies-by-conflict";

    static final String REPORTS_BY_CONFLICT = "reports-by-conflict";

    /** As far ahead of this machine's clock a date of publication may lie; one further ahead would end every silence. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final Serde<String> KEYS = Serdes.String();
    private static final Logger LOG = LoggerFactory.getLogger(AlertTopology.class);

    /** The serdes of what is read and written. */
    record Serials(
            AvroSerde<IncidentReport> reports,
            AvroSerde<TallyRecord> tallies,
            AvroSerde<AlertRecord> alerts,
            AvroSerde<AlertStateRecord> states) {}

    private AlertTopology() {}

    /**
     * @param seen until when all that came was seen
     * @param clock only to keep times from lying in the future
     */
    static Topology build(
            StreamsConfig config,
            int partitions,
            Serials serials,
            Supplier<Rules> rules,
            Supplier<Instant> seen,
            Clock clock,
            Firings firings) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        List.of(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TALLIES), KEYS, serials.tallies()),
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STATES), KEYS, serials.states()),
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CLOCKS), KEYS, Serdes.Long()))
                .forEach(builder::addStateStore);

        KStream<String, Watching.Change> tallies = builder.stream(
                        Topics.TALLIES, Consumed.with(KEYS, Serdes.ByteArray()).withName("tallies"))
                .flatMap((key, bytes) -> told(key, bytes, serials.tallies()), Named.as("told-tallies"))
                .repartition(Repartitioned.<String, TallyRecord>as(BY_CONFLICT)
                        .withKeySerde(KEYS)
                        .withValueSerde(serials.tallies())
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner((topic, key, tally, count) -> byConflict(topic, key, count)))
                .mapValues(AlertTopology::tally, Named.as("changed-tallies"));

        KStream<String, Watching.Change> reports = builder.stream(
                        Topics.REPORTS,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withName("reports")
                                // A record's time decides nothing here, but Kafka drops what is negative and refuses
                                // what is
                                // far ahead.
                                .withTimestampExtractor((record, partitionTime) ->
                                        Math.max(0, Math.min(record.timestamp(), clock.millis()))))
                .flatMap((id, bytes) -> published(serials.reports().decode(bytes)), Named.as("published"))
                .repartition(Repartitioned.<String, Long>as(REPORTS_BY_CONFLICT)
                        .withKeySerde(KEYS)
                        .withValueSerde(Serdes.Long())
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner((topic, key, at, count) -> byConflict(topic, key, count)))
                .filter((key, at) -> at <= clock.millis() + AHEAD.toMillis(), Named.as("not-ahead"))
                .mapValues(AlertTopology::publication, Named.as("publications"));

        tallies.merge(reports, Named.as("all-changes"))
                .process(() -> new Watching(rules, seen), Named.as("watch"), TALLIES, STATES, CLOCKS)
                .peek((id, alert) -> firings.count(alert), Named.as("count-alerts"))
                .to(Topics.ALERTS, Produced.with(KEYS, serials.alerts()).withName("alerts"));
        Properties properties = new Properties();
        properties.putAll(config.originals());
        return builder.build(properties);
    }

    /** Nothing for what is no tally: somebody else's record must not end the watching of all that follows. */
    private static List<KeyValue<String, TallyRecord>> told(String key, byte[] bytes, AvroSerde<TallyRecord> serde) {
        Decoded<TallyRecord> decoded = serde.decode(bytes); // a registry that is away stops here, and is waited for
        try {
            Keys.scope(key);
            Keys.window(key);
            if (bytes == null) {
                return List.of(KeyValue.pair(key, null));
            }
            TallyRecord tally = ((Decoded.Value<TallyRecord>) decoded).value();
            TallyRecords.toTally(tally);
            return List.of(KeyValue.pair(key, tally));
        } catch (RuntimeException e) {
            LOG.warn("A record of the topic {} is no tally and is passed over ({}).", Topics.TALLIES, e.toString());
        }
        return List.of();
    }

    private static Watching.Change tally(String key, TallyRecord record) {
        return (watcher, rules) ->
                watcher.tally(rules, key, Optional.ofNullable(record).map(TallyRecords::toTally));
    }

    private static Watching.Change publication(String key, long at) {
        String conflict = Keys.conflict(key);
        String source = key.substring(conflict.length() + Keys.SEPARATOR.length());
        return (watcher, rules) -> watcher.published(rules, conflict, source, Instant.ofEpochMilli(at));
    }

    /** Conflict and source, and when; nothing for what cannot be read, which the counting rejects and tells. */
    private static List<KeyValue<String, Long>> published(Decoded<IncidentReport> decoded) {
        if (decoded instanceof Decoded.Value<IncidentReport> read) {
            IncidentReport report = read.value();
            Instant at = report.getPublishedAt();
            return List.of(
                    KeyValue.pair(report.getConflict() + Keys.SEPARATOR + report.getSource(), at.toEpochMilli()));
        }
        return List.of();
    }

    private static Optional<Set<Integer>> byConflict(String topic, String key, int partitions) {
        return Optional.of(Set.of(partitionOf(Keys.conflict(key), partitions)));
    }

    /** Where all of a conflict lies. */
    static int partitionOf(String conflict, int partitions) {
        byte[] bytes = conflict.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }
}
