package org.tollwatch.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What this instance decided since it started. After a crash the same record may be decided, and counted here, twice. */
final class Meters {

    private static final Duration[] AGES = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(7)
    };

    private final Counter admitted;
    private final Counter repeated;
    private final Counter revised;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Timer age;
    private final Counter entered;
    private final Counter known;
    private final Counter changed;
    private final Counter hits;
    private final Counter loads;
    private final Counter evictions;

    Meters(MeterRegistry registry) {
        String reports =
                "Reports by what was decided: admitted, revised (as a new version of one), or repeated, which changes nothing";
        admitted = counter(registry, "tollwatch.reports", reports, "decision", "admitted");
        repeated = counter(registry, "tollwatch.reports", reports, "decision", "repeated");
        revised = counter(registry, "tollwatch.reports", reports, "decision", "revised");
        String claims = "Claims by what was decided: entered, or repeated, which changes nothing";
        entered = counter(registry, "tollwatch.claims", claims, "decision", "entered");
        known = counter(registry, "tollwatch.claims", claims, "decision", "repeated");
        changed = counter(registry, "tollwatch.tallies.changed", "Tallies that became another, or none");
        String books = "Books to be reckoned, by whether they were in memory; and those that had to leave it";
        hits = counter(registry, "tollwatch.books", books, "memory", "hit");
        loads = counter(registry, "tollwatch.books", books, "memory", "load");
        evictions = counter(registry, "tollwatch.books", books, "memory", "eviction");
        for (Reason reason : Reason.values()) {
            rejected.put(reason, rejected(registry, reason));
        }
        age = Timer.builder("tollwatch.report.age")
                .description("From the publication of an admitted report to its coming on the topic")
                .serviceLevelObjectives(AGES)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private static Counter rejected(MeterRegistry registry, Reason reason) {
        return counter(
                registry, "tollwatch.rejected", "Input that was not counted, by reason", "reason", reason.label());
    }

    /** @param published before it came on the topic; a date that lies after that is no age */
    void admitted(Duration published) {
        admitted.increment();
        aged(published);
    }

    /** As a new version. */
    void revised(Duration published) {
        revised.increment();
        aged(published);
    }

    private void aged(Duration published) {
        age.record(published.isNegative() ? Duration.ZERO : published);
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
