package org.tollwatch.gather;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** What is remembered of one feed: as Kafka has it, and the tries of this process. */
final class FeedMemory {

    private final AtomicReference<Optional<Standing>> standing = new AtomicReference<>(Optional.empty());
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    /** Of a feed that has moved in the file of feeds nothing is known but its items. */
    Standing standing(String place) {
        return standing.get().filter(known -> known.place().equals(place)).orElse(Standing.never(place));
    }

    void set(Standing next) {
        standing.set(Optional.of(next));
    }

    Optional<Item> item(String mark) {
        return Optional.ofNullable(items.get(mark));
    }

    Iterable<Item> items() {
        return items.values();
    }

    int size() {
        return items.size();
    }

    void set(Item item) {
        items.put(item.mark(), item);
        tries.remove(item.mark());
    }

    void remove(String mark) {
        items.remove(mark);
    }

    /** How often its page could not be fetched since this process started, with this time. */
    int tried(String mark) {
        return tries.merge(mark, 1, Integer::sum);
    }
}
