package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** The whole way from reports to tallies. */
final class TallyTopology {

    /** Names of the repartitions; the topics are called by them, after the application's id. */
    static final String CLAIMS = "claims";

    static final String PARTY_TALLIES = "party-tallies";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final Serde<String> KEYS = Serdes.String();

    private TallyTopology() {}

    static Topology build(
            StreamsConfig config,
            Settings settings,
            Schemas schemas,
            Conflicts conflicts,
            Policy policy,
            Clock clock,
            Meters meters,
            EntryLog log) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        Stores.all(schemas).forEach(builder::addStateStore);

        KStream<String, Admission> decided = builder.stream(
                        settings.topics().reports(),
                        Consumed.with(BYTES, BYTES)
                                .withName("reports")
                                .withTimestampExtractor((record, partitionTime) -> arrival(record.timestamp(), clock)))
                .process(
                        () -> new Admit(
                                schemas.reports(),
                                conflicts,
                                clock,
                                meters,
                                settings,
                                new ReportLookup(schemas.reports(), settings.cluster())),
                        Named.as("admit"),
                        Stores.ADMITTED,
                        Stores.REPORTS_INDEX,
                        Stores.SOURCES);

        decided.process(Bury::new, Named.as("bury"))
                .to(settings.topics().deadLetters(), Produced.with(BYTES, BYTES).withName("reports-dlq"));

        KStream<String, TallyRecord> ofParties = decided.filter(
                        (id, admission) -> admission instanceof Admission.Admitted, Named.as("admitted"))
                .flatMap((id, admission) -> Entries.of((Admission.Admitted) admission), Named.as("explode"))
                .repartition(Repartitioned.<String, LedgerEntry>as(CLAIMS)
                        .withKeySerde(KEYS)
                        .withValueSerde(schemas.entries())
                        .withNumberOfPartitions(settings.partitions()))
                .process(
                        () -> new Enter(conflicts, policy, settings, meters, log),
                        Named.as("enter"),
                        Stores.LEDGER,
                        Stores.LEDGER_DIRTY,
                        Stores.TALLIES,
                        Stores.TALLIES_MADE_WITH);

        ofParties
                .filterNot((key, tally) -> isParent(key, conflicts), Named.as("without-children"))
                .to(
                        settings.topics().tallies(),
                        Produced.with(KEYS, schemas.tallies()).withName("tallies"));

        ofParties
                .repartition(Repartitioned.<String, TallyRecord>as(PARTY_TALLIES)
                        .withKeySerde(KEYS)
                        .withValueSerde(schemas.tallies())
                        .withNumberOfPartitions(settings.partitions())
                        .withStreamPartitioner(TallyTopology::byRollup))
                .process(
                        () -> new RollUp(conflicts, policy, settings, meters),
                        Named.as("roll-up"),
                        Stores.PARTIES,
                        Stores.PARTIES_DIRTY,
                        Stores.ROLLUPS,
                        Stores.ROLLUPS_MADE_WITH)
                .to(
                        settings.topics().tallies(),
                        Produced.with(KEYS, schemas.tallies()).withName("rolled-up-tallies"));
        return builder.build(properties(config));
    }

    /** A record's time decides nothing here, but Kafka drops what is negative and refuses what is far ahead. */
    private static long arrival(long stamped, Clock clock) {
        return Math.max(0, Math.min(stamped, clock.millis()));
    }

    /** What is rolled up together must meet in one partition, and still be told apart by its whole key. */
    private static Optional<Set<Integer>> byRollup(String topic, String key, TallyRecord tally, int partitions) {
        return Optional.of(Set.of(partitionOf(Keys.rollup(key), partitions)));
    }

    /** Where records with the key go: as Kafka's own partitioner has it, which parts the claims by their books. */
    static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** By whose partitions a store is parted. */
    static String topicOf(String store, Settings settings) {
        return switch (store) {
            case Stores.ADMITTED, Stores.REPORTS_INDEX, Stores.SOURCES ->
                settings.topics().reports();
            case Stores.LEDGER, Stores.TALLIES -> settings.applicationId() + "-" + CLAIMS + "-repartition";
            case Stores.ROLLUPS -> settings.applicationId() + "-" + PARTY_TALLIES + "-repartition";
            default -> throw new IllegalArgumentException("the store '" + store + "' is not asked");
        };
    }

    /** Such a party's own tallies are only part of the answer; the roll-up gives the whole. */
    static boolean isParent(String tallyKey, Conflicts conflicts) {
        return conflicts
                .byId(Keys.conflict(tallyKey))
                .map(conflict -> conflict.partyTree().isParent(Keys.party(tallyKey)))
                .orElse(false);
    }

    private static Properties properties(StreamsConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.originals());
        return properties;
    }
}
