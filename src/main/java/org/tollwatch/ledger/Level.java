package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lattice on a {@link Board}: that of one party's book, or the one that parties are rolled up in. Traces of many cells go
 * through the same days and places, so what was found there is kept for the next.
 */
final class Level {

    /** One account in one cell. */
    private record Told(Cell cell, String account) {}

    private final Lattice lattice;
    private final Optional<Workings> book;
    private final Scope any;
    private final Policy policy;
    private final Map<Cell, Ascent> ascents = new HashMap<>();
    private final Map<Cell, Optional<Voices>> voices = new HashMap<>();
    private final Map<Cell, List<Set<String>>> contexts = new HashMap<>();
    private final Map<Told, Evidence> evidence = new HashMap<>();

    /**
     * @param book what the lattice is made of; empty for the one that parties are rolled up in
     * @param any gives the conflict, measure and item
     */
    Level(Lattice lattice, Optional<Workings> book, Scope any, Policy policy) {
        this.lattice = lattice;
        this.book = book;
        this.any = any;
        this.policy = policy;
    }

    Lattice lattice() {
        return lattice;
    }

    Optional<Workings> book() {
        return book;
    }

    /** How the figure of a cell came about. */
    Ascent ascent(Cell cell) {
        Ascent known = ascents.get(cell);
        if (known == null) {
            known = new Ascent(lattice, cell);
            ascents.put(cell, known);
        }
        return known;
    }

    /** Who says something of the cell itself; empty when nobody does, or where there is no book. */
    Optional<Voices> voices(Cell cell) {
        return book.flatMap(known -> voices.computeIfAbsent(cell, c -> voices(known, c)));
    }

    private Optional<Voices> voices(Workings known, Cell cell) {
        List<Account> accounts = known.accounts(cell.scope(any));
        Period window = cell.window().period();
        boolean heard = accounts.stream().anyMatch(a -> a.heard(window).isPresent());
        return heard ? Optional.of(new Voices(accounts, window, policy)) : Optional.empty();
    }

    /** The claims behind what a voice says of the cell. */
    Evidence evidence(Voices.Voice voice, Cell cell) {
        return evidence.computeIfAbsent(
                new Told(cell, voice.account().name()),
                told -> voice.account().evidence(cell.window().period()));
    }

    /** The ids of the claims that each voice is read among, in the order of {@link Voices#all}. */
    List<Set<String>> contexts(Voices heard, Cell cell) {
        return contexts.computeIfAbsent(cell, c -> {
            List<Set<String>> ids = new ArrayList<>();
            heard.all()
                    .forEach(voice -> ids.add(Context.of(
                            voice.account(),
                            evidence(voice, c),
                            book.orElseThrow(),
                            c.scope(any),
                            c.window().period())));
            return ids;
        });
    }
}
