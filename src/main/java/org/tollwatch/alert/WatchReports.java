package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.stream.Keys;

/** Shows the rules that something was published, and by which outlet. */
final class WatchReports implements Processor<String, Long, String, AlertRecord> {

    /** As far ahead of this machine's clock a date of publication may lie; one further ahead would end every silence. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Supplier<Rules> rules;
    private ProcessorContext<String, AlertRecord> context;
    private Desk desk;

    WatchReports(Supplier<Rules> rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, AlertRecord> processorContext) {
        context = processorContext;
        desk = new Desk(processorContext, rules);
    }

    @Override
    public void process(Record<String, Long> record) {
        Instant at = Instant.ofEpochMilli(record.value());
        if (at.toEpochMilli() <= context.currentSystemTimeMs() + AHEAD.toMillis()) {
            String conflict = Keys.conflict(record.key());
            String source = record.key().substring(conflict.length() + Keys.SEPARATOR.length());
            desk.tell(watcher -> watcher.published(rules.get(), conflict, source, at));
        }
    }
}
