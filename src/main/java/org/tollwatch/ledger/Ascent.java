package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the figure of one cell came about: its own first, then what each group of its parts raised it to. */
final class Ascent {

    /**
     * @param group whose sum was added; empty for the cell's own figure
     * @param added the own figure, or the group's sum
     * @param reached the figure afterwards
     * @param replaced whether all before was the adversary's alone, and gave way
     */
    record Stage(Optional<Lattice.Group> group, Part added, Part reached, boolean replaced) {}

    private final List<Stage> stages = new ArrayList<>();

    Ascent(Lattice lattice, Cell cell) {
        lattice.own(cell).ifPresent(own -> stages.add(new Stage(Optional.empty(), own, own, false)));
        for (Lattice.Group group : lattice.groups(cell)) {
            group.sum().ifPresent(sum -> raise(group, sum.toPart()));
        }
    }

    private void raise(Lattice.Group group, Part sum) {
        if (stages.isEmpty()) {
            stages.add(new Stage(Optional.of(group), sum, sum, false));
            return;
        }
        Part before = last().reached();
        boolean replaced = before.claimedOnly() && !sum.claimedOnly();
        stages.add(new Stage(Optional.of(group), sum, before.raisedBy(sum), replaced));
    }

    private Stage last() {
        return stages.get(stages.size() - 1);
    }

    /** The stages that the figure rests on: all since the adversary's figure gave way, if it did. */
    List<Stage> standing() {
        int from = 0;
        for (int i = 0; i < stages.size(); i++) {
            from = stages.get(i).replaced() ? i : from;
        }
        return stages.subList(from, stages.size());
    }

    /**
     * The stage that gave the number its value; empty when nothing is known of the cell. Where several groups add up to the
     * same, the last is told: what is known of the sides says more than the days that it was said on.
     */
    Optional<Stage> giving(Facet facet) {
        Stage giving = null;
        for (Stage stage : standing()) {
            boolean moved = giving == null
                    || !facet.same(giving.reached().figure(), stage.reached().figure());
            if (moved || giving.group().isPresent() && addsUp(stage, facet)) {
                giving = stage;
            }
        }
        return Optional.ofNullable(giving);
    }

    private static boolean addsUp(Stage stage, Facet facet) {
        return (facet == Facet.LOW || facet == Facet.BEST)
                && facet.same(stage.added().figure(), stage.reached().figure());
    }
}
