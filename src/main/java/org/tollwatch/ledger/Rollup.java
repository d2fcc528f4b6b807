package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tallies of parties that have parties under them, up to all sides together. */
public final class Rollup {

    private Rollup() {}

    /**
     * @param tallies of one conflict, measure and item: what each party's own {@link Book} gives
     * @return the tallies of every party with another inside it that has tallies, or with claims of its own
     */
    public static List<Tally> tallies(Collection<Tally> tallies, Hierarchy parties, Hierarchy places, Policy policy) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        Map<Cell, Part> own = new HashMap<>();
        for (Tally tally : tallies) {
            own.put(new Cell(tally.window(), tally.scope()), Part.of(tally));
        }
        Scope any = tallies.iterator().next().scope();
        Lattice lattice = new Lattice(own, places, parties, !any.measure().isStock());
        List<Tally> rolled = new ArrayList<>();
        for (Cell cell : lattice.cells()) {
            if (parties.isParent(cell.party())) {
                Scope scope =
                        any.withParty(cell.party()).withPlace(cell.place()).withStatus(cell.status());
                lattice.rolled(cell)
                        .filter(Part::saysSomething)
                        .ifPresent(part -> rolled.add(part.toTally(scope, cell.window(), policy)));
            }
        }
        return rolled;
    }
}
