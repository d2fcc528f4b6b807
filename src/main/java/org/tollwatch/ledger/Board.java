package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One measure in one window: every party's own book, and above them the parties with others inside. Of the books as they
 * are when it is made; not for several threads at a time.
 */
final class Board {

    private final Map<String, Level> books = new HashMap<>();
    private final Window window;
    private final Scope any;
    private final Hierarchy parties;
    private final Hierarchy places;
    private final Policy policy;
    /** Made when first needed: a party with none inside is read in its own book. */
    private Level rolledUp;

    /**
     * @param byParty at least one book, all of one conflict, measure and item
     * @param any gives the conflict, measure and item
     * @param needed which scopes bear on what will be asked
     */
    Board(
            Map<String, Book> byParty,
            Window window,
            Scope any,
            Predicate<Scope> needed,
            Hierarchy parties,
            Hierarchy places,
            Policy policy) {
        this.window = window;
        this.any = any;
        this.parties = parties;
        this.places = places;
        this.policy = policy;
        byParty.forEach((party, book) -> {
            Workings workings = book.workings(window, needed);
            books.put(party, new Level(workings.lattice(), Optional.of(workings), any, policy));
        });
    }

    /** Where the tally of a cell is read; empty when its party has no book, and none inside. */
    Optional<Level> top(Cell cell) {
        return parties.isParent(cell.party()) ? Optional.of(rolledUp()) : book(cell);
    }

    /** The cell's own party's book. */
    Optional<Level> book(Cell cell) {
        return Optional.ofNullable(books.get(cell.party()));
    }

    List<Workings> books() {
        return books.values().stream().flatMap(level -> level.book().stream()).toList();
    }

    /** What is known in the window. */
    List<Tally> tallies() {
        List<Tally> all = new ArrayList<>();
        books.forEach((party, level) -> {
            if (!parties.isParent(party)) {
                all.addAll(tallies(level));
            }
        });
        tallies(rolledUp()).stream()
                .filter(tally -> parties.isParent(tally.scope().party()))
                .forEach(all::add);
        return all;
    }

    private List<Tally> tallies(Level level) {
        return level.lattice().rolled(window).entrySet().stream()
                .filter(known -> known.getValue().saysSomething())
                .map(known -> known.getValue().toTally(known.getKey().scope(any), window, policy))
                .toList();
    }

    private Level rolledUp() {
        if (rolledUp == null) {
            Map<Cell, Part> own = new HashMap<>();
            books.values().forEach(level -> told(level.lattice(), own));
            Lattice made =
                    Lattice.of(own, window, places, parties, !any.measure().isStock());
            rolledUp = new Level(made, Optional.empty(), any, policy);
        }
        return rolledUp;
    }

    /** What the book's tallies say: all that reaches the wholes. */
    private void told(Lattice book, Map<Cell, Part> into) {
        book.rolled().forEach((cell, part) -> {
            if (part.saysSomething()) {
                into.put(cell, Part.of(part.toTally(cell.scope(any), cell.window(), policy)));
            }
        });
    }
}
