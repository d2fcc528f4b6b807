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

    Meters(MeterRegistry registry) {
        admitted = registry.counter("tollwatch.reports", "decision", "admitted");
        repeated = registry.counter("tollwatch.reports", "decision", "repeated");
        entered = registry.counter("tollwatch.claims", "decision", "entered");
        known = registry.counter("tollwatch.claims", "decision", "repeated");
        changed = registry.counter("tollwatch.tallies.changed");
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
