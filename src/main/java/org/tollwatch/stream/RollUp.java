package org.tollwatch.stream;

import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.report.TallyRecord;

/** Rolls the tallies of parties up to the parties they belong to, and to all sides together. */
final class RollUp implements Processor<String, TallyRecord, String, TallyRecord> {

    private final Conflicts conflicts;
    private final Policy policy;
    private final Settings settings;
    private final Meters meters;
    private KeyValueStore<String, TallyRecord> parties;
    private Agenda agenda;
    private Desk<KeyValue<String, TallyRecord>> desk;

    RollUp(Conflicts conflicts, Policy policy, Settings settings, Meters meters) {
        this.conflicts = conflicts;
        this.policy = policy;
        this.settings = settings;
        this.meters = meters;
    }

    /** Also called again after a transaction was given up: what is in memory then may never have happened. */
    @Override
    public void init(ProcessorContext<String, TallyRecord> context) {
        parties = context.getStateStore(Stores.PARTIES);
        KeyValueStore<String, byte[]> madeWith = context.getStateStore(Stores.ROLLUPS_MADE_WITH);
        Sheet sheet = new Sheet(context, context.getStateStore(Stores.ROLLUPS), meters);
        desk = new Desk<>(settings.heldByATask(), this::open, sheet, meters);
        agenda = new Agenda(
                context,
                context.getStateStore(Stores.PARTIES_DIRTY),
                settings.reckonEvery(),
                System::nanoTime,
                () -> new MadeWith(conflicts, policy)
                        .stale(madeWith, conflict -> Stores.groups(parties, conflict, Keys::rollup)),
                desk::reckon);
    }

    @Override
    public void process(Record<String, TallyRecord> record) {
        parties.put(record.key(), record.value());
        String rollup = Keys.rollup(record.key());
        if (desk.take(rollup, KeyValue.pair(record.key(), record.value()))) {
            desk.arrivals().at(rollup, record.headers());
            agenda.mark(rollup);
        }
    }

    private Optional<Opened<KeyValue<String, TallyRecord>>> open(String rollup) {
        return conflicts
                .byId(Keys.conflict(rollup))
                .map(known -> new Opened<>(new OpenRollup(rollup, known, policy), Sheet.scan(parties, rollup)));
    }
}
