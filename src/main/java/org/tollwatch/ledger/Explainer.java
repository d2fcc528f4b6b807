package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says why tallies are what they are, from one ledger as it was known at one moment. */
final class Explainer {

    /** Of so few windows the tallies are read from the boards that they will be explained from. */
    private static final int FEW = 2;

    private final Hierarchy parties;
    private final Hierarchy places;
    private final Calendar calendar;
    private final Policy policy;
    private final Instant asOf;
    private final Map<Scope, Map<String, Book>> books = new HashMap<>();
    private final Map<List<Object>, Board> boards = new HashMap<>();
    private final Predicate<Scope> needed;

    /**
     * @param known claims of one conflict, each id once, all published by {@code asOf}
     * @param needed which scopes bear on what will be asked; not on {@link #tallies}, which tells of all
     */
    Explainer(
            Collection<Claim> known,
            Predicate<Scope> needed,
            Hierarchy parties,
            Hierarchy places,
            Calendar calendar,
            Policy policy,
            Instant asOf) {
        this.needed = needed;
        this.parties = parties;
        this.places = places;
        this.policy = policy;
        this.asOf = asOf;
        this.calendar = calendar;
        grow(known);
    }

    /**
     * Takes in more that was published by the moment that is told of; before anything is explained.
     *
     * @return by measure, the times in which something may read otherwise for it, ends included
     */
    Map<Scope, List<Period>> grow(Collection<Claim> more) {
        Map<Scope, List<Claim>> byBook = new HashMap<>();
        more.forEach(c -> byBook.computeIfAbsent(Reckoning.bookOf(c.scope()), s -> new ArrayList<>())
                .add(c));
        Map<Scope, List<Period>> times = new HashMap<>();
        byBook.forEach((scope, claims) -> {
            Book book = books.computeIfAbsent(measureOf(scope), s -> new HashMap<>())
                    .computeIfAbsent(scope.party(), p -> new Book(places, calendar, policy));
            times.computeIfAbsent(measureOf(scope), s -> new ArrayList<>()).addAll(book.grow(claims));
        });
        return times;
    }

    /**
     * What {@link Reckoning#tallies} gives, in any order.
     *
     * @param windowsOf the windows asked for, by measure
     */
    List<Tally> tallies(Function<Scope, Set<Window>> windowsOf) {
        List<Tally> all = new ArrayList<>();
        books.forEach((measure, byParty) -> {
            Set<Window> windows = windowsOf.apply(measure);
            if (windows.size() > FEW) {
                all.addAll(rolledUp(byParty.values(), windows));
            } else {
                windows.forEach(window ->
                        all.addAll(board(measure, window).orElseThrow().tallies()));
            }
        });
        return all;
    }

    private List<Tally> rolledUp(Collection<Book> ofParties, Set<Window> windows) {
        List<Tally> all = new ArrayList<>();
        List<Tally> own = ofParties.stream()
                .flatMap(book -> book.tallies(windows).stream())
                .toList();
        own.stream().filter(t -> !parties.isParent(t.scope().party())).forEach(all::add);
        all.addAll(Rollup.tallies(own, parties, places, policy));
        return all;
    }

    Explanation explain(Scope scope, Window window) {
        Optional<Board> found = board(scope, window);
        if (found.isEmpty()) {
            return new Explanation(scope, window, Optional.empty(), asOf, List.of());
        }
        Board board = found.get();
        Cell cell = new Cell(window, scope);
        Optional<Level> top =
                board.top(cell).filter(level -> level.lattice().rolled(cell).isPresent());
        Optional<Trace> trace = top.map(level -> new Trace(board, level, cell));
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
                        key -> new Board(byParty, window, scope, needed, parties, places, policy)));
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
        book.claims().forEach((about, claims) -> {
            if (within.inside(about, scope)) {
                for (Claim claim : claims) {
                    if (claim.period().overlaps(window.period())
                            || trace.isPresent() && trace.get().reaches(claim.id())) {
                        lines.add(casting.line(claim));
                    }
                }
            }
        });
    }

    private Scope measureOf(Scope scope) {
        return Reckoning.bookOf(scope).withParty(parties.root());
    }
}
