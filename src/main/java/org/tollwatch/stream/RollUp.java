package org.tollwatch.stream;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Rollup;
import org.tollwatch.ledger.Tally;
import org.tollwatch.report.TallyRecord;

/** Rolls the tallies of parties up to the parties they belong to, and to all sides together. */
final class RollUp implements Processor<String, TallyRecord, String, TallyRecord> {

    private final Conflicts conflicts;
    private final Policy policy;
    private final Duration every;
    private final Meters meters;
    private KeyValueStore<String, TallyRecord> parties;
    private Agenda agenda;
    private Sheet sheet;

    RollUp(Conflicts conflicts, Policy policy, Duration every, Meters meters) {
        this.conflicts = conflicts;
        this.policy = policy;
        this.every = every;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, TallyRecord> context) {
        parties = context.getStateStore(Stores.PARTIES);
        sheet = new Sheet(context, context.getStateStore(Stores.ROLLUPS), meters);
        agenda = new Agenda(context, context.getStateStore(Stores.PARTIES_DIRTY), every, this::reckon);
    }

    @Override
    public void process(Record<String, TallyRecord> record) {
        parties.put(record.key(), record.value());
        agenda.mark(Keys.rollup(record.key()));
    }

    private void reckon(String rollup) {
        conflicts.byId(Keys.conflict(rollup)).ifPresent(conflict -> {
            List<Tally> ofParties = Sheet.scan(parties, rollup).stream()
                    .map(entry -> TallyRecords.toTally(entry.value))
                    .toList();
            sheet.replace(rollup, Rollup.tallies(ofParties, conflict.partyTree(), conflict.placeTree(), policy));
        });
    }
}
