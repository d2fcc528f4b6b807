package org.tollwatch.ledger;

import java.util.List;
import java.util.Optional;

/** From what changes in a lattice to what changes for its readers. */
final class Changes {

    private Changes() {}

    /** @param any gives the conflict, measure and item */
    static List<TallyChange> of(List<Lattice.Change> changes, Scope any, Policy policy) {
        return changes.stream()
                .filter(c -> !said(c.before()).equals(said(c.after())))
                .map(c -> new TallyChange(
                        c.cell().scope(any),
                        c.cell().window(),
                        said(c.after())
                                .map(part -> part.toTally(
                                        c.cell().scope(any), c.cell().window(), policy))))
                .sorted(TallyChange.ORDER)
                .toList();
    }

    private static Optional<Part> said(Optional<Part> part) {
        return part.filter(Part::saysSomething);
    }
}
