package org.tollwatch.alert;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.TallyRecords;

/**
 * Shows the rules each tally that changes; and now and then, when something was published meanwhile, what goes on by time.
 * When to look is told by this machine's clock, what is seen by the times of publication.
 */
final class WatchTallies implements Processor<String, TallyRecord, String, AlertRecord> {

    static final Duration LOOK = Duration.ofSeconds(1);

    private final Supplier<Rules> rules;
    private Desk desk;
    private Optional<Rules> shown = Optional.empty();
    private Map<String, Long> looked = Map.of();

    WatchTallies(Supplier<Rules> rules) {
        this.rules = rules;
    }

    /** Also called again after a transaction was given up: what is in memory then may never have happened. */
    @Override
    public void init(ProcessorContext<String, AlertRecord> context) {
        desk = new Desk(context, rules);
        shown = Optional.empty();
        looked = Map.of();
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, time -> look());
    }

    @Override
    public void process(Record<String, TallyRecord> record) {
        Optional<TallyRecord> tally = Optional.ofNullable(record.value());
        desk.tell(watcher -> watcher.tally(rules.get(), record.key(), tally.map(TallyRecords::toTally)));
    }

    private void look() {
        Rules now = rules.get();
        boolean others = !shown.equals(Optional.of(now));
        Map<String, Long> clocks = desk.clocks();
        clocks.forEach((conflict, clock) -> {
            if (others) {
                desk.tell(watcher -> watcher.reread(now, conflict));
            }
            if (others || !clock.equals(looked.get(conflict))) {
                desk.tell(watcher -> watcher.look(now, conflict));
            }
        });
        shown = Optional.of(now);
        looked = clocks;
    }
}
