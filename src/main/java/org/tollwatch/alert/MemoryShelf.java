package org.tollwatch.alert;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps things while it is held itself. */
final class MemoryShelf<V> implements Shelf<V> {

    private final NavigableMap<String, V> held = new TreeMap<>();

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(held.get(key));
    }

    @Override
    public void put(String key, V value) {
        held.put(key, value);
    }

    @Override
    public void remove(String key) {
        held.remove(key);
    }

    @Override
    public List<Map.Entry<String, V>> between(String from, String to) {
        return held.subMap(from, true, to, false).entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList();
    }
}
