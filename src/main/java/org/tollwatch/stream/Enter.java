package org.tollwatch.stream;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Policy;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** Enters claims in the ledger, and reckons the tallies of the books that changed. */
final class Enter implements Processor<String, LedgerEntry, String, TallyRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(Enter.class);

    private final Conflicts conflicts;
    private final Policy policy;
    private final Settings settings;
    private final Meters meters;
    private final EntryLog log;
    private int partition;
    private KeyValueStore<String, LedgerEntry> ledger;
    private Agenda agenda;
    private Desk<Claim> desk;

    Enter(Conflicts conflicts, Policy policy, Settings settings, Meters meters, EntryLog log) {
        this.conflicts = conflicts;
        this.policy = policy;
        this.settings = settings;
        this.meters = meters;
        this.log = log;
    }

    /** Also called again after a transaction was given up: what is in memory then may never have happened. */
    @Override
    public void init(ProcessorContext<String, TallyRecord> context) {
        ledger = context.getStateStore(Stores.LEDGER);
        partition = context.taskId().partition();
        log.opened(partition);
        KeyValueStore<String, byte[]> madeWith = context.getStateStore(Stores.TALLIES_MADE_WITH);
        Sheet sheet = new Sheet(context, context.getStateStore(Stores.TALLIES), meters);
        desk = new Desk<>(settings.heldByATask(), this::open, sheet, meters);
        agenda = new Agenda(
                context,
                context.getStateStore(Stores.LEDGER_DIRTY),
                settings.reckonEvery(),
                System::nanoTime,
                () -> new MadeWith(conflicts, policy)
                        .stale(madeWith, conflict -> Stores.groups(ledger, conflict, Keys::bookOf)),
                desk::reckon);
    }

    @Override
    public void process(Record<String, LedgerEntry> record) {
        String book = record.key();
        LedgerEntry entry = record.value();
        String key = Keys.claim(book, entry.getClaim().getId());
        LedgerEntry known = ledger.get(key);
        if (known != null && Entries.FIRST_PUBLISHED.compare(known, entry) <= 0) {
            meters.known();
            return;
        }
        ledger.put(key, entry);
        log.entered(partition, entry);
        boolean mark = conflicts
                .byId(entry.getConflict())
                .map(conflict -> desk.take(book, Entries.claim(entry, conflict)))
                .orElse(true);
        if (mark) {
            desk.arrivals().at(book, record.timestamp());
            agenda.mark(book);
        }
        meters.entered();
    }

    private Optional<Opened<Claim>> open(String book) {
        Optional<Conflict> conflict = conflicts.byId(Keys.conflict(book));
        if (conflict.isEmpty()) {
            LOG.warn(
                    "The ledger holds claims of the conflict '{}', which is not known any more; its tallies stay as they"
                            + " are until its file is given again.",
                    Keys.conflict(book));
        }
        return conflict.map(known -> new Opened<>(
                new OpenBook(known, policy), Sheet.scan(ledger, book, entry -> Entries.claim(entry.value, known))));
    }
}
