package org.tollwatch.stream;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KeyValue;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Rollup;
import org.tollwatch.ledger.TallyChange;
import org.tollwatch.report.TallyRecord;

/** A roll-up that takes in tallies of parties by their key; without a tally, there is none any more. */
final class OpenRollup implements Opened.Sums<KeyValue<String, TallyRecord>> {

    private final Rollup rollup;

    OpenRollup(String key, Conflict conflict, Policy policy) {
        rollup = new Rollup(Keys.ofRollup(key), conflict.partyTree(), conflict.placeTree(), policy);
    }

    @Override
    public void take(KeyValue<String, TallyRecord> tally) {
        if (tally.value == null) {
            rollup.remove(Keys.scope(tally.key), Keys.window(tally.key));
        } else {
            rollup.put(TallyRecords.toTally(tally.value));
        }
    }

    @Override
    public int size() {
        return rollup.size();
    }

    @Override
    public boolean mayHaveChanged() {
        return rollup.mayHaveChanged();
    }

    /** Sums are carried forward: there is nothing that takes long. */
    @Override
    public boolean reckon(BooleanSupplier goOn) {
        return true;
    }

    @Override
    public List<TallyChange> takeChanges() {
        return rollup.takeChanges();
    }
}
