package org.tollwatch.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Book;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Policy;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** Enters claims in the ledger, and reckons the tallies of the books that changed. */
final class Enter implements Processor<String, LedgerEntry, String, TallyRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(Enter.class);

    private final Conflicts conflicts;
    private final Policy policy;
    private final Duration every;
    private final Meters meters;
    private KeyValueStore<String, LedgerEntry> ledger;
    private Agenda agenda;
    private Sheet sheet;

    Enter(Conflicts conflicts, Policy policy, Duration every, Meters meters) {
        this.conflicts = conflicts;
        this.policy = policy;
        this.every = every;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, TallyRecord> context) {
        ledger = context.getStateStore(Stores.LEDGER);
        sheet = new Sheet(context, context.getStateStore(Stores.TALLIES), meters);
        agenda = new Agenda(context, context.getStateStore(Stores.LEDGER_DIRTY), every, this::reckon);
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
        agenda.mark(book);
        meters.entered();
    }

    private void reckon(String book) {
        Optional<Conflict> conflict = conflicts.byId(Keys.conflict(book));
        if (conflict.isEmpty()) {
            LOG.warn(
                    "The ledger holds claims of the conflict '{}', which is not known any more; its tallies stay as they"
                            + " are until its file is given again.",
                    Keys.conflict(book));
            return;
        }
        List<Claim> claims = Sheet.scan(ledger, book).stream()
                .map(entry -> Entries.claim(entry.value, conflict.get()))
                .toList();
        Book reckoned =
                new Book(claims, conflict.get().placeTree(), conflict.get().calendar(), policy);
        sheet.replace(book, reckoned.tallies(reckoned.windows()));
    }
}
