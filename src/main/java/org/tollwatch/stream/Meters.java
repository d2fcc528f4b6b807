package org.tollwatch.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What this instance decided since it started. After a crash the same record may be decided, and counted here, twice. */
final class Meters {

    private final Counter admitted;
    private final Counter repeated;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Counter entered;
    private final Counter known;
    private final Counter changed;
    private final Counter hits;
    private final Counter loads;
    private final Counter evictions;

    Meters(MeterRegistry registry) {
        admitted = registry.counter("tollwatch.reports", "decision", "admitted");
        repeated = registry.counter("tollwatch.reports", "decision", "repeated");
        entered = registry.counter("tollwatch.claims", "decision", "entered");
        known = registry.counter("tollwatch.claims", "decision", "repeated");
        changed = registry.counter("tollwatch.tallies.changed");
        hits = registry.counter("tollwatch.books", "memory", "hit");
        loads = registry.counter("tollwatch.books", "memory", "load");
        evictions = registry.counter("tollwatch.books", "memory", "eviction");
        for (Reason reason : Reason.values()) {
            rejected.put(reason, registry.counter("tollwatch.rejected", "reason", reason.label()));
        }
    }

    void admitted() {
        admitted.increment();
    }

    /** The same report again. */
    void repeated() {
        repeated.increment();
    }

    void rejected(Reason reason) {
        rejected.get(reason).increment();
    }

    void entered() {
        entered.increment();
    }

    /** The same claim from another report. */
    void known() {
        known.increment();
    }

    void changed() {
        changed.increment();
    }

    /** A book or a roll-up to be reckoned was in memory. */
    void hit() {
        hits.increment();
    }

    /** One was taken from its store. */
    void loaded() {
        loads.increment();
    }

    /** So many had to leave the memory. */
    void evicted(int count) {
        evictions.increment(count);
    }

    /** By reason; those that did not happen are left out. */
    Map<String, Long> rejections() {
        Map<String, Long> counts = new TreeMap<>();
        rejected.forEach((reason, counter) -> {
            if (counter.count() > 0) {
                counts.put(reason.label(), (long) counter.count());
            }
        });
        return counts;
    }
}
