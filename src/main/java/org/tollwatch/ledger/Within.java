package org.tollwatch.ledger;

/** Which scopes lie in which: what is rolled up into a scope, and the scope itself. */
record Within(Hierarchy parties, Hierarchy places) {

    boolean inside(Scope inner, Scope outer) {
        return inner.measure() == outer.measure()
                && inner.item().equals(outer.item())
                && inner.conflict().equals(outer.conflict())
                && parties.within(inner.party(), outer.party())
                && places.within(inner.place(), outer.place())
                && inner.status().isWithin(outer.status());
    }
}
