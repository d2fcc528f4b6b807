package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.ledger.TallyChange;
import org.tollwatch.report.TallyRecord;

/** Tallies kept in a store; tells only what changes in it. */
final class Sheet {

    private final ProcessorContext<String, TallyRecord> context;
    private final KeyValueStore<String, TallyRecord> store;
    private final Meters meters;
    private final Headers headers;

    Sheet(ProcessorContext<String, TallyRecord> context, KeyValueStore<String, TallyRecord> store, Meters meters) {
        this(context, store, meters, new RecordHeaders());
    }

    private Sheet(
            ProcessorContext<String, TallyRecord> context,
            KeyValueStore<String, TallyRecord> store,
            Meters meters,
            Headers headers) {
        this.context = context;
        this.store = store;
        this.meters = meters;
        this.headers = headers;
    }

    /** The same, whose changes go out with these headers. */
    Sheet with(Headers others) {
        return new Sheet(context, store, meters, others);
    }

    /** The tallies under the fields become these: the changed are written and forwarded, the vanished as tombstones. */
    void replace(String fields, Collection<TallyChange> all) {
        Map<String, TallyRecord> vanished = new HashMap<>();
        scan(store, fields).forEach(entry -> vanished.put(entry.key, entry.value));
        for (TallyChange each : all) {
            TallyRecord next = each.tally().map(TallyRecords::of).orElse(null);
            String key = Keys.tally(each.scope(), each.window());
            if (next != null && !next.equals(vanished.remove(key))) {
                tell(key, next);
            }
        }
        vanished.keySet().stream().sorted().forEach(key -> tell(key, null));
    }

    /** Writes and forwards what changed. */
    void change(Collection<TallyChange> changes) {
        changes.forEach(change -> tell(
                Keys.tally(change.scope(), change.window()),
                change.tally().map(TallyRecords::of).orElse(null)));
    }

    private void tell(String key, TallyRecord tally) {
        store.put(key, tally);
        meters.changed();
        context.forward(new Record<>(key, tally, context.currentSystemTimeMs(), headers));
    }

    /** All that lies under the fields of a key. */
    static <V> List<KeyValue<String, V>> scan(KeyValueStore<String, V> store, String fields) {
        return scan(store, fields, entry -> entry);
    }

    /** The same, of which only what is read from it is held. */
    static <V, T> List<T> scan(KeyValueStore<String, V> store, String fields, Function<KeyValue<String, V>, T> read) {
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<String, V> all = store.prefixScan(Keys.prefix(fields), new StringSerializer())) {
            all.forEachRemaining(entry -> found.add(read.apply(entry)));
        }
        return found;
    }
}
