package org.tollwatch.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tollwatch.ledger.TallyChange;

/**
 * A book or a roll-up in memory. Just taken from its store, it has all of that still to take in, and its tallies must be
 * compared with the stored ones; later on it knows what changed.
 *
 * @param <I> what is taken in
 */
final class Opened<I> {

    /** What is kept up to date, item by item. */
    interface Sums<I> {

        void take(I item);

        /** How many items it holds. */
        int size();

        /** Whether {@link #takeChanges} may have something to say. */
        boolean mayHaveChanged();

        /** Reckons as far as there is time; says whether all is done. */
        boolean reckon(BooleanSupplier goOn);

        List<TallyChange> takeChanges();
    }

    private final Sums<I> sums;
    private final Deque<I> pending;
    private boolean compared;

    /** @param stored all that is in the store, to be taken in when there is time */
    Opened(Sums<I> sums, Collection<I> stored) {
        this.sums = sums;
        pending = new ArrayDeque<>(stored);
    }

    /** Takes in what came into the store since; says whether there is something to reckon. */
    boolean take(I item) {
        if (pending.isEmpty()) {
            sums.take(item);
        } else {
            pending.add(item);
        }
        return !compared || sums.mayHaveChanged();
    }

    /** How much it holds, and will hold. */
    int size() {
        return sums.size() + pending.size();
    }

    /** Works as far as there is time; says whether all is reckoned. */
    boolean work(BooleanSupplier goOn) {
        while (!pending.isEmpty()) {
            sums.take(pending.poll());
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
        return sums.reckon(goOn);
    }

    /** Tells what changed; the first time by comparison with what is stored. */
    void tell(String fields, Sheet sheet) {
        List<TallyChange> changes = sums.takeChanges();
        if (compared) {
            sheet.change(changes);
        } else {
            sheet.replace(fields, changes);
            compared = true;
        }
    }
}
