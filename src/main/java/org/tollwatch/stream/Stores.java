package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/**
 * The state stores. All are key-value stores, whose changelogs are compacted: those of windowed stores expire by the wall
 * clock against event time, and a replay of old events would lose them.
 */
final class Stores {

    /** Report id to the fingerprint of its content and its key in the index: {@link ReportIndex}. */
    static final String ADMITTED = "admitted";
    /** {@link Keys#report} to what lists show of a report, and where on its topic it lies. */
    static final String REPORTS_INDEX = "reports-index";
    /** Source and language to what came from there. */
    static final String SOURCES = "sources";
    /** {@link Keys#claim} to the claim's entry. */
    static final String LEDGER = "ledger";
    /** {@link Keys#book} of the books with entries that were not reckoned yet. */
    static final String LEDGER_DIRTY = "ledger-dirty";
    /** {@link Keys#tally} to what each party's own book gives, before parties are rolled up. */
    static final String TALLIES = "tallies";
    /** The same, as it arrived where parties are rolled up. */
    static final String PARTIES = "parties";
    /** {@link Keys#rollup} of what has tallies that were not rolled up yet. */
    static final String PARTIES_DIRTY = "parties-dirty";
    /** {@link Keys#tally} to the tallies of parties with other parties inside. */
    static final String ROLLUPS = "rollups";

    /** {@link MadeWith} what the tallies were made, by conflict. */
    static final String TALLIES_MADE_WITH = "tallies-made-with";
    /** The same for the tallies of parties with other parties inside. */
    static final String ROLLUPS_MADE_WITH = "rollups-made-with";

    private Stores() {}

    static List<StoreBuilder<?>> all(Schemas schemas) {
        Serde<LedgerEntry> entries = schemas.entries();
        Serde<TallyRecord> tallies = schemas.tallies();
        return List.of(
                kept(ADMITTED, Serdes.ByteArray()),
                kept(REPORTS_INDEX, schemas.headers()),
                kept(SOURCES, schemas.sources()),
                kept(LEDGER, entries),
                marks(LEDGER_DIRTY),
                kept(TALLIES, tallies),
                marks(TALLIES_MADE_WITH),
                kept(PARTIES, tallies),
                marks(PARTIES_DIRTY),
                kept(ROLLUPS, tallies),
                marks(ROLLUPS_MADE_WITH));
    }

    /**
     * What a conflict's keys belong to, each once. Looks at one key of each, not at all of them.
     *
     * @param groupOf the first fields of a key
     */
    static <V> List<String> groups(KeyValueStore<String, V> store, String conflict, UnaryOperator<String> groupOf) {
        List<String> groups = new ArrayList<>();
        String end = Keys.after(conflict);
        for (String from = Keys.prefix(conflict); from != null; ) {
            try (KeyValueIterator<String, V> keys = store.range(from, end)) {
                from = null;
                if (keys.hasNext()) {
                    String group = groupOf.apply(keys.next().key);
                    groups.add(group);
                    from = Keys.after(group);
                }
            }
        }
        return groups;
    }

    private static <V> StoreBuilder<?> kept(String name, Serde<V> values) {
        return builder(org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), values)
                .withLoggingEnabled(Map.of());
    }

    /** Few at any time, and written often: in memory, with a changelog that is compacted often. */
    private static StoreBuilder<?> marks(String name) {
        return builder(org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), Serdes.ByteArray())
                .withLoggingEnabled(Map.of(
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        Integer.toString(4 << 20),
                        TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                        "0.1"));
    }

    private static <V> StoreBuilder<?> builder(KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, Serdes.String(), values);
    }
}
