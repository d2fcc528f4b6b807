package org.tollwatch.ledger;

/** One square of the lattice that figures are rolled up over: when, where, whose, of which status. */
record Cell(Window window, String place, Status status, String party) {

    Cell(Window window, Scope scope) {
        this(window, scope.place(), scope.status(), scope.party());
    }

    // Looked up more often than anything else: written out, as what records have by themselves is several times slower.
    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && status == that.status
                && window.equals(that.window)
                && place.equals(that.place)
                && party.equals(that.party);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * window.hashCode() + place.hashCode()) + status.hashCode()) + party.hashCode();
    }

    /** @param any gives the conflict, measure and item */
    Scope scope(Scope any) {
        return new Scope(any.conflict(), party, any.measure(), any.item(), status, place);
    }

    Cell withWindow(Window other) {
        return new Cell(other, place, status, party);
    }

    Cell withPlace(String other) {
        return new Cell(window, other, status, party);
    }

    Cell withStatus(Status other) {
        return new Cell(window, place, other, party);
    }

    Cell withParty(String other) {
        return new Cell(window, place, status, other);
    }
}
