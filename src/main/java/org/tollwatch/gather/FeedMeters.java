package org.tollwatch.gather;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tollwatch.feed.Input;
import org.tollwatch.report.IncidentReport;

/** What came from feeds since this process started. */
final class FeedMeters {

    static final String NEW = "new";
    static final String CHANGED = "changed";
    static final String SAME = "same";
    static final String REJECTED = "rejected";

    private final MeterRegistry registry;
    private final Map<String, Map<Trouble, Long>> errors = new ConcurrentHashMap<>();

    FeedMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Enters what was read as a report, or buries it, and counts which.
     *
     * @return whether it is a report
     */
    boolean enter(Feed feed, Input<IncidentReport> input, Batch batch) {
        if (input instanceof Input.Rejected<IncidentReport> rejected) {
            batch.bury(rejected.rejection(), Came.from(feed, rejected.original()));
            taken(feed.name(), REJECTED);
            return false;
        }
        Input.Taken<IncidentReport> taken = (Input.Taken<IncidentReport>) input;
        batch.report(taken.value(), taken.origin(), Came.from(feed, taken.original()));
        taken(feed.name(), NEW);
        return true;
    }

    /** @param outcome one of the four */
    void taken(String feed, String outcome) {
        Counter.builder("tollwatch.feed.items")
                .description("Items of feeds: new, changed, the same in other words, or rejected")
                .tag("feed", feed)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    void failed(String feed, Trouble trouble) {
        errors.computeIfAbsent(feed, name -> new ConcurrentHashMap<>()).merge(trouble, 1L, Long::sum);
        Counter.builder("tollwatch.feed.errors")
                .description("Looks at feeds that failed, by kind")
                .tag("feed", feed)
                .tag("kind", trouble.label())
                .register(registry)
                .increment();
    }

    /** Of one feed, by kind. */
    Map<Trouble, Long> errors(String feed) {
        Map<Trouble, Long> counted = new EnumMap<>(Trouble.class);
        counted.putAll(errors.getOrDefault(feed, Map.of()));
        return counted;
    }
}
