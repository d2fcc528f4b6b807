package org.tollwatch.stream;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is kept in memory beside the stores: the last used, up to a size. The very last is kept whatever its size. */
final class Memory<V> {

    private final long most;
    private final Map<String, V> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> sizes = new HashMap<>();
    private long size;

    /** @param most how much is held; in the unit of {@link #hold} */
    Memory(long most) {
        this.most = most;
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(held.get(key));
    }

    /**
     * Holds the value as the last used one.
     *
     * @param as how large it is now
     * @return how many others had to go
     */
    int hold(String key, V value, int as) {
        held.put(key, value);
        Integer before = sizes.put(key, as);
        size += as - (before == null ? 0 : before);
        int gone = 0;
        Iterator<String> eldest = held.keySet().iterator();
        while (size > most && held.size() > 1) {
            String other = eldest.next();
            eldest.remove();
            size -= sizes.remove(other);
            gone++;
        }
        return gone;
    }
}
