package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tollwatch.report.AlertRecord;

/**
 * Shows the rules each tally that changes and each publication; and now and then that time went on. A conflict that is
 * quiet has no publications to tell the time by: there this machine's clock does, as far as it is known that all that came
 * by then was seen, and less the time that reports may be late.
 */
final class Watching implements Processor<String, Watching.Change, String, AlertRecord> {

    /** What the rules are to be shown. */
    interface Change {
        List<Alert> shownTo(Watcher watcher, Rules rules);
    }

    static final Duration LOOK = Duration.ofSeconds(1);

    /** A conflict whose time lies further back is history that is replayed: its time is told by what is published alone. */
    static final Duration LIVE = Duration.ofDays(2);

    private final Supplier<Rules> rules;
    private final Supplier<Instant> seen;
    private ProcessorContext<String, AlertRecord> context;
    private Desk desk;
    private Optional<Rules> shown = Optional.empty();

    /** @param seen until when all that came was seen; {@link Instant#EPOCH} while that is not known */
    Watching(Supplier<Rules> rules, Supplier<Instant> seen) {
        this.rules = rules;
        this.seen = seen;
    }

    /** Also called again after a transaction was given up: what is in memory then may never have happened. */
    @Override
    public void init(ProcessorContext<String, AlertRecord> processorContext) {
        context = processorContext;
        desk = new Desk(processorContext, rules);
        shown = Optional.empty();
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, time -> look());
    }

    @Override
    public void process(Record<String, Change> record) {
        desk.tell(watcher -> record.value().shownTo(watcher, rules.get()));
    }

    private void look() {
        Rules now = rules.get();
        boolean others = !shown.equals(Optional.of(now));
        Instant quietSince = seen.get().minus(now.late());
        Instant live = Instant.ofEpochMilli(context.currentSystemTimeMs()).minus(LIVE);
        desk.clocks().forEach((conflict, clock) -> {
            if (others) {
                desk.tell(watcher -> watcher.reread(now, conflict));
            }
            if (Instant.ofEpochMilli(clock).isAfter(live)) {
                desk.tell(watcher -> watcher.until(now, conflict, quietSince));
            }
        });
        shown = Optional.of(now);
    }
}
