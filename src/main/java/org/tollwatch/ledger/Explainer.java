package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says why tallies are what they are, from one ledger as it was known at one moment. */
final class Explainer {

    private final Hierarchy parties;
    private final Hierarchy places;
    private final Policy policy;
    private final Instant asOf;
    private final Map<Scope, Map<String, Book>> books = new HashMap<>();
    private final Map<List<Object>, Board> boards = new HashMap<>();

    /** @param known claims of one conflict, each id once, all published by {@code asOf} */
    Explainer(
            Collection<Claim> known,
            Hierarchy parties,
            Hierarchy places,
            Calendar calendar,
            Policy policy,
            Instant asOf) {
        this.parties = parties;
        this.places = places;
        this.policy = policy;
        this.asOf = asOf;
        Map<Scope, List<Claim>> byBook = new HashMap<>();
        known.forEach(c -> byBook.computeIfAbsent(Reckoning.bookOf(c.scope()), s -> new ArrayList<>())
                .add(c));
        byBook.forEach((scope, claims) -> books.computeIfAbsent(measureOf(scope), s -> new HashMap<>())
                .put(scope.party(), Book.of(claims, places, calendar, policy)));
    }

    /** What {@link Reckoning#tallies} gives, in any order. */
    List<Tally> tallies(Set<Window> windows) {
        List<Tally> all = new ArrayList<>();
        for (Map<String, Book> byParty : books.values()) {
            List<Tally> ofParties = byParty.values().stream()
                    .flatMap(book -> book.tallies(windows).stream())
                    .toList();
            ofParties.stream().filter(t -> !parties.isParent(t.scope().party())).forEach(all::add);
            all.addAll(Rollup.tallies(ofParties, parties, places, policy));
        }
        return all;
    }

    Explanation explain(Scope scope, Window window) {
        Optional<Board> found = board(scope, window);
        if (found.isEmpty()) {
            return new Explanation(scope, window, Optional.empty(), asOf, List.of());
        }
        Board board = found.get();
        Cell cell = new Cell(window, scope);
        Optional<Board.Level> top =
                board.top(cell).filter(level -> level.lattice().rolled(cell).isPresent());
        Optional<Trace> trace = top.map(level -> new Trace(board, level, cell, scope, policy));
        Optional<Tally> tally = top.flatMap(level -> level.lattice().rolled(cell))
                .filter(Part::saysSomething)
                .map(part -> part.toTally(scope, window, policy));
        List<Explanation.Line> lines = new ArrayList<>();
        for (Workings book : board.books()) {
            lines(book, scope, window, trace, lines);
        }
        return new Explanation(scope, window, tally, asOf, lines);
    }

    /** What the figure is, without asking why; empty when nothing is known. */
    Optional<Figure> figure(Scope scope, Window window) {
        Cell cell = new Cell(window, scope);
        return board(scope, window)
                .flatMap(board -> board.top(cell))
                .flatMap(level -> level.lattice().rolled(cell))
                .map(Part::figure);
    }

    private Optional<Board> board(Scope scope, Window window) {
        Map<String, Book> byParty = books.getOrDefault(measureOf(scope), Map.of());
        return byParty.isEmpty()
                ? Optional.empty()
                : Optional.of(boards.computeIfAbsent(
                        List.of(measureOf(scope), window),
                        key -> new Board(byParty, window, scope.measure(), parties, places)));
    }

    /** Every claim of the scope and of what lies in it, whatever its time. */
    Stream<Claim> published(Scope scope) {
        return books.getOrDefault(measureOf(scope), Map.of()).values().stream()
                .flatMap(book -> book.claims().stream())
                .filter(c -> new Within(parties, places).inside(c.scope(), scope));
    }

    private void lines(Workings book, Scope scope, Window window, Optional<Trace> trace, List<Explanation.Line> lines) {
        Within within = new Within(parties, places);
        Casting casting = new Casting(book, scope, trace);
        for (Claim claim : book.claims()) {
            boolean near = claim.period().overlaps(window.period())
                    || trace.filter(t -> t.reaches(claim.id())).isPresent();
            if (near && within.inside(claim.scope(), scope)) {
                lines.add(casting.line(claim));
            }
        }
    }

    private Scope measureOf(Scope scope) {
        return Reckoning.bookOf(scope).withParty(parties.root());
    }
}
