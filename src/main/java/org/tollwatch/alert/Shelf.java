package org.tollwatch.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where something is kept by key, in the order of the keys: a store of the stream, or memory. */
interface Shelf<V> {

    Optional<V> get(String key);

    void put(String key, V value);

    void remove(String key);

    /** All whose key lies in [from, to), in order; a copy. */
    List<Map.Entry<String, V>> between(String from, String to);
}
