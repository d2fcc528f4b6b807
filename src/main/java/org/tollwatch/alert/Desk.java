package org.tollwatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.TallyRecords;

/** A watcher over the stores of one task, and the way its alerts take from there. */
final class Desk {

    private final ProcessorContext<String, AlertRecord> context;
    private final KeyValueStore<String, Long> clocks;
    private final Watcher watcher;

    Desk(ProcessorContext<String, AlertRecord> context, Supplier<Rules> rules) {
        this.context = context;
        KeyValueStore<String, TallyRecord> tallies = context.getStateStore(AlertTopology.TALLIES);
        KeyValueStore<String, AlertStateRecord> states = context.getStateStore(AlertTopology.STATES);
        clocks = context.getStateStore(AlertTopology.CLOCKS);
        // Whether it is news is the only thing asked of this machine's time: a replay is not sent to anybody.
        watcher = new Watcher(
                new StoreShelf<>(tallies, TallyRecords::of, TallyRecords::toTally),
                new StoreShelf<>(states, AlertRecords::of, AlertRecords::toState),
                new StoreShelf<>(clocks, Instant::toEpochMilli, Instant::ofEpochMilli),
                at -> at.plus(rules.get().recent()).toEpochMilli() >= context.currentSystemTimeMs());
    }

    void tell(Function<Watcher, List<Alert>> work) {
        for (Alert alert : work.apply(watcher)) {
            context.forward(new Record<>(alert.id(), AlertRecords.of(alert), context.currentSystemTimeMs()));
        }
    }

    /** The newest publication of each conflict that anything is known of. */
    Map<String, Long> clocks() {
        Map<String, Long> all = new TreeMap<>();
        try (KeyValueIterator<String, Long> entries = clocks.all()) {
            entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }
}
