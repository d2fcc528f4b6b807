package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The whole is at least the sum of its parts: rolls what is known of each {@link Cell} up over time (the days inside a
 * window), place, status and party. A whole's figure is never spread over its parts. When something is put, only the
 * wholes around it are rolled up again, and only as far as they change; sums of many parts are kept as partial sums.
 */
final class Lattice {

    private static final int DEEPER_THAN_ANY = 1_000;

    /** A cell without its window. */
    private record Where(String place, Status status, String party) {

        static Where of(Cell cell) {
            return new Where(cell.place(), cell.status(), cell.party());
        }

        Cell in(Window window) {
            return new Cell(window, place, status, party);
        }
    }

    /** What a cell came to before and comes to now. */
    record Change(Cell cell, Optional<Part> before, Optional<Part> after) {}

    private final Hierarchy places;
    private final Hierarchy parties;
    private final boolean daysAddUp;
    private final Windows windows = new Windows();
    private final Map<Cell, Square> squares = new HashMap<>();
    private final Map<Where, Timeline<Instant, Sum>> days = new LinkedHashMap<>();
    private final Set<Where> known = new LinkedHashSet<>();
    /** Whatever may come to something else, the innermost first: a whole is rolled up after all of its parts. */
    private final TreeMap<Integer, Set<Cell>> stale = new TreeMap<>();

    private final Map<Cell, Optional<Part>> before = new LinkedHashMap<>();

    /** @param daysAddUp whether what is counted adds up over time; levels do not */
    Lattice(Hierarchy places, Hierarchy parties, boolean daysAddUp) {
        this.places = places;
        this.parties = parties;
        this.daysAddUp = daysAddUp;
    }

    /** From now on the days inside the window are rolled up to it. */
    void open(Window window) {
        windows.add(window);
        markDaysIn(window);
    }

    /** Undoes {@link #open}; what was put into the window is taken out by whoever put it. */
    void close(Window window) {
        windows.remove(window);
        markDaysIn(window);
    }

    private void markDaysIn(Window window) {
        if (window.kind() != WindowKind.DAY) {
            days.keySet().forEach(where -> mark(where.in(window)));
        }
    }

    boolean isOpen(Window window) {
        return windows.contains(window);
    }

    /** The open windows with a moment in common with the period, ends included. */
    List<Window> touching(Period period) {
        return windows.touching(period);
    }

    /**
     * @param part what is known of the cell itself; null when nothing is
     * @return what was known before; null when nothing was
     */
    Part put(Cell cell, Part part) {
        Square square = squares.get(cell);
        Part was = square == null ? null : square.own;
        if (!Objects.equals(part, was)) {
            square(cell).own = part;
            mark(cell);
        }
        return was;
    }

    /** What is known in a window, by cell. Rolled up first. */
    Map<Cell, Part> rolled(Window window) {
        settle();
        Map<Cell, Part> found = new LinkedHashMap<>();
        for (Where where : known) {
            Cell cell = where.in(window);
            Square square = squares.get(cell);
            if (square != null && square.rolled != null) {
                found.put(cell, square.rolled);
            }
        }
        return found;
    }

    /** All that is known. Rolled up first. */
    Map<Cell, Part> rolled() {
        settle();
        Map<Cell, Part> found = new HashMap<>();
        squares.forEach((cell, square) -> {
            if (square.rolled != null) {
                found.put(cell, square.rolled);
            }
        });
        return found;
    }

    boolean hasChanges() {
        return !stale.isEmpty() || !before.isEmpty();
    }

    /** What comes to something else than when this was last asked. */
    List<Change> takeChanges() {
        settle();
        List<Change> changes = new ArrayList<>();
        before.forEach((cell, was) -> {
            Optional<Part> is = Optional.ofNullable(squares.get(cell)).map(s -> s.rolled);
            if (!is.equals(was)) {
                changes.add(new Change(cell, was, is));
            }
        });
        before.clear();
        return changes;
    }

    private Square square(Cell cell) {
        return squares.computeIfAbsent(cell, c -> new Square());
    }

    private void mark(Cell cell) {
        int depth = places.depthOf(cell.place()) + cell.status().depth() + parties.depthOf(cell.party());
        int rank = (cell.window().kind() == WindowKind.DAY ? 0 : DEEPER_THAN_ANY) - depth;
        stale.computeIfAbsent(rank, r -> new LinkedHashSet<>()).add(cell);
    }

    private void settle() {
        while (!stale.isEmpty()) {
            stale.pollFirstEntry().getValue().forEach(this::roll);
        }
    }

    private void roll(Cell cell) {
        Square square = square(cell);
        Part was = square.rolled;
        square.rolled = rolled(cell, square);
        if (!Objects.equals(was, square.rolled)) {
            before.putIfAbsent(cell, Optional.ofNullable(was));
            known.add(Where.of(cell));
            raiseWholes(cell, square.rolled);
        }
        if (square.isEmpty()) {
            squares.remove(cell);
        }
    }

    private Part rolled(Cell cell, Square square) {
        Part whole = raise(square.own, daysInside(cell));
        whole = raise(whole, square.sumOfPlaces());
        whole = raise(whole, square.sumOfParties());
        if (cell.status() == Status.ANY) {
            return raise(whole, disjoint(cell));
        }
        if (cell.status() == Status.CIVILIAN) {
            for (Status status : Status.tags()) {
                whole = raise(whole, sum(cell.withStatus(status)));
            }
        }
        return whole;
    }

    private Optional<Sum> daysInside(Cell cell) {
        Timeline<Instant, Sum> inside = days.get(Where.of(cell));
        if (inside == null || cell.window().kind() == WindowKind.DAY || !windows.contains(cell.window())) {
            return Optional.empty();
        }
        Period period = cell.window().period();
        return inside.fold(period.from(), windows.lastStart(period));
    }

    private Optional<Sum> sum(Cell cell) {
        return Optional.ofNullable(squares.get(cell)).map(s -> s.rolled).map(Sum::of);
    }

    private Optional<Sum> disjoint(Cell whole) {
        return Status.kinds().stream()
                .flatMap(status -> sum(whole.withStatus(status)).stream())
                .reduce(Sum::plus);
    }

    private static Part raise(Part whole, Optional<Sum> parts) {
        if (parts.isEmpty()) {
            return whole;
        }
        Part sum = parts.get().toPart();
        return whole == null ? sum : whole.raisedBy(sum);
    }

    /** Tells the wholes that the cell lies in what it comes to now. */
    private void raiseWholes(Cell cell, Part rolled) {
        Sum sum = rolled == null ? null : Sum.of(rolled);
        if (daysAddUp && cell.window().kind() == WindowKind.DAY) {
            Period day = cell.window().period();
            set(days.computeIfAbsent(Where.of(cell), w -> new Timeline<>(Sum::plus)), day.from(), sum);
            windows.around(day).forEach(window -> mark(cell.withWindow(window)));
        }
        if (!cell.place().equals(places.root())) {
            Cell whole = cell.withPlace(places.parentOf(cell.place()));
            set(square(whole).places(), cell.place(), sum);
            mark(whole);
        }
        if (!cell.party().equals(parties.root())) {
            Cell whole = cell.withParty(parties.parentOf(cell.party()));
            set(square(whole).parties(), cell.party(), sum);
            mark(whole);
        }
        if (cell.status() != Status.ANY) {
            mark(cell.withStatus(cell.status().whole()));
        }
    }

    private static <K extends Comparable<K>> void set(Timeline<K, Sum> tree, K key, Sum sum) {
        if (sum == null) {
            tree.remove(key);
        } else {
            tree.put(key, sum);
        }
    }

    /**
     * What a cell's figure is raised by: cells that lie in it, do not overlap, and add up.
     *
     * @param sum empty when nothing is known of any of them
     */
    record Group(Step step, List<Cell> cells, Optional<Sum> sum) {}

    /** A lattice of one window and the days inside it. */
    static Lattice of(Map<Cell, Part> own, Window window, Hierarchy places, Hierarchy parties, boolean daysAddUp) {
        Lattice lattice = new Lattice(places, parties, daysAddUp);
        lattice.open(window);
        own.keySet().stream()
                .map(Cell::window)
                .distinct()
                .filter(other -> !other.equals(window))
                .forEach(lattice::open);
        own.forEach(lattice::put);
        return lattice;
    }

    /** In the order in which a cell's own figure is raised. */
    List<Group> groups(Cell cell) {
        settle();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(Step.DAYS, days(cell), daysInside(cell)));
        Square square = squares.getOrDefault(cell, new Square());
        groups.add(new Group(Step.PLACES, all(square.placesInside(), cell::withPlace), square.sumOfPlaces()));
        groups.add(new Group(Step.PARTIES, all(square.partiesInside(), cell::withParty), square.sumOfParties()));
        if (cell.status() == Status.ANY) {
            List<Cell> inside = Status.kinds().stream().map(cell::withStatus).toList();
            groups.add(new Group(Step.STATUSES, inside, disjoint(cell)));
        } else if (cell.status() == Status.CIVILIAN) {
            Status.tags().stream()
                    .map(cell::withStatus)
                    .forEach(inside -> groups.add(new Group(Step.STATUSES, List.of(inside), sum(inside))));
        }
        return groups;
    }

    private static List<Cell> all(List<String> inside, Function<String, Cell> cell) {
        return inside.stream().map(cell).toList();
    }

    private List<Cell> days(Cell cell) {
        return daysAddUp && cell.window().kind() != WindowKind.DAY
                ? windows.daysIn(cell.window().period()).stream()
                        .map(cell::withWindow)
                        .toList()
                : List.of();
    }

    /** What is known of the cell itself, before anything below it is looked at. */
    Optional<Part> own(Cell cell) {
        return Optional.ofNullable(squares.get(cell)).map(s -> s.own);
    }

    Optional<Part> rolled(Cell cell) {
        settle();
        return Optional.ofNullable(squares.get(cell)).map(s -> s.rolled);
    }
}
