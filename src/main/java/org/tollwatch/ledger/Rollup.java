package org.tollwatch.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tallies of parties that have parties under them, up to all sides together. Put in what each party's own
 * {@link Book} gives; what comes out depends on that alone. Not for several threads at a time.
 */
public final class Rollup {

    private final Scope any;
    private final Hierarchy parties;
    private final Policy policy;
    private final Lattice lattice;
    private final Map<Window, Integer> squares = new HashMap<>();
    private int size;

    /** @param of any scope of the conflict, measure and item */
    public Rollup(Scope of, Hierarchy parties, Hierarchy places, Policy policy) {
        this.any = of;
        this.parties = parties;
        this.policy = policy;
        lattice = new Lattice(places, parties, !of.measure().isStock());
    }

    /**
     * @param tallies of one conflict, measure and item: what each party's own {@link Book} gives
     * @return the tallies of every party with another inside it that has tallies, or with claims of its own
     */
    public static List<Tally> tallies(Collection<Tally> tallies, Hierarchy parties, Hierarchy places, Policy policy) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        Rollup rollup = new Rollup(tallies.iterator().next().scope(), parties, places, policy);
        tallies.forEach(rollup::put);
        return rollup.takeChanges().stream()
                .map(TallyChange::tally)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes in a party's tally; it takes the place of the one of the same scope and window. */
    public void put(Tally tally) {
        if (lattice.put(new Cell(tally.window(), tally.scope()), Part.of(tally)) == null) {
            size++;
            if (squares.merge(tally.window(), 1, Integer::sum) == 1) {
                lattice.open(tally.window());
            }
        }
    }

    /** There is no such tally any more. */
    public void remove(Scope scope, Window window) {
        if (lattice.put(new Cell(window, scope), null) != null) {
            size--;
            if (squares.merge(window, -1, Integer::sum) == 0) {
                squares.remove(window);
                lattice.close(window);
            }
        }
    }

    /** Whether something may come to something else than when {@link #takeChanges} was last asked. */
    public boolean mayHaveChanged() {
        return lattice.hasChanges();
    }

    /** How many tallies of parties are in it. */
    public int size() {
        return size;
    }

    /** What changed since this was last asked, for parties with others inside; at first all that is known. */
    public List<TallyChange> takeChanges() {
        List<Lattice.Change> ofParents = lattice.takeChanges().stream()
                .filter(change -> parties.isParent(change.cell().party()))
                .toList();
        return Changes.of(ofParents, any, policy);
    }
}
