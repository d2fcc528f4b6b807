package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tallies of parties that have parties under them, up to all sides together. */
final class SlowRollup {

    private SlowRollup() {}

    /**
     * @param tallies of one conflict, measure and item: what each party's own {@link Book} gives
     * @return the tallies of every party with another inside it that has tallies, or with claims of its own
     */
    public static List<Tally> tallies(Collection<Tally> tallies, Hierarchy parties, Hierarchy places, Policy policy) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        Map<Cell, SlowPart> own = new HashMap<>();
        for (Tally tally : tallies) {
            own.put(new Cell(tally.window(), tally.scope()), SlowPart.of(tally));
        }
        Scope any = tallies.iterator().next().scope();
        SlowLattice lattice = new SlowLattice(
                own,
                own.keySet().stream().map(Cell::window).collect(Collectors.toSet()),
                places,
                parties,
                !any.measure().isStock());
        List<Tally> rolled = new ArrayList<>();
        for (Cell cell : lattice.cells()) {
            if (parties.isParent(cell.party())) {
                Scope scope =
                        any.withParty(cell.party()).withPlace(cell.place()).withStatus(cell.status());
                lattice.rolled(cell)
                        .filter(SlowPart::saysSomething)
                        .ifPresent(part -> rolled.add(part.toTally(scope, cell.window(), policy)));
            }
        }
        return rolled;
    }
}
