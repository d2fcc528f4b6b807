package org.tollwatch.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One measure in one window: every party's own book, and above them the parties with others inside. */
final class Board {

    /**
     * A lattice on the board.
     *
     * @param book what it is made of; empty for the one that parties are rolled up in
     */
    record Level(Lattice lattice, Optional<Workings> book) {}

    private final Map<String, Workings> books = new HashMap<>();
    private final Level rolledUp;
    private final Hierarchy parties;

    /** @param byParty at least one book, all of one conflict, measure and item */
    Board(Map<String, Book> byParty, Window window, Measure measure, Hierarchy parties, Hierarchy places) {
        this.parties = parties;
        Map<Cell, Part> own = new HashMap<>();
        byParty.forEach((party, book) -> {
            books.put(party, book.workings(window));
            for (Tally tally : book.tallies(List.of(window))) {
                own.put(new Cell(tally.window(), tally.scope()), Part.of(tally));
            }
        });
        rolledUp = new Level(Lattice.of(own, window, places, parties, !measure.isStock()), Optional.empty());
    }

    /** Where the tally of a cell is read; empty when its party has no book, and none inside. */
    Optional<Level> top(Cell cell) {
        return parties.isParent(cell.party()) ? Optional.of(rolledUp) : book(cell);
    }

    /** The cell's own party's book. */
    Optional<Level> book(Cell cell) {
        return Optional.ofNullable(books.get(cell.party()))
                .map(workings -> new Level(workings.lattice(), Optional.of(workings)));
    }

    Iterable<Workings> books() {
        return books.values();
    }
}
