package org.tollwatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store of the stream, whose records are turned into values and back. */
record StoreShelf<V, R>(KeyValueStore<String, R> store, Function<V, R> writer, Function<R, V> reader)
        implements Shelf<V> {

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(store.get(key)).map(reader);
    }

    @Override
    public void put(String key, V value) {
        store.put(key, writer.apply(value));
    }

    @Override
    public void remove(String key) {
        store.delete(key);
    }

    @Override
    public List<Map.Entry<String, V>> between(String from, String to) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, R> all = store.range(from, to)) {
            all.forEachRemaining(entry -> found.add(Map.entry(entry.key, reader.apply(entry.value))));
        }
        return found;
    }
}
