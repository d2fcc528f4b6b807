package org.tollwatch.stream;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Book;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.TallyChange;

/** A book of the ledger. */
final class OpenBook implements Opened.Sums<Claim> {

    private final Book book;

    OpenBook(Conflict conflict, Policy policy) {
        book = new Book(conflict.placeTree(), conflict.calendar(), policy);
    }

    @Override
    public void take(Claim claim) {
        book.add(claim);
    }

    @Override
    public int size() {
        return book.size();
    }

    @Override
    public boolean mayHaveChanged() {
        return book.mayHaveChanged();
    }

    @Override
    public boolean reckon(BooleanSupplier goOn) {
        return book.reckon(goOn);
    }

    @Override
    public List<TallyChange> takeChanges() {
        return book.takeChanges();
    }
}
