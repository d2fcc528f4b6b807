package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole is at least the sum of its parts: rolls what is known of each {@link Cell} up over time (the days inside a
 * window), place, status and party. A whole's figure is never spread over its parts.
 */
final class SlowLattice {

    private static final List<Status> DISJOINT = List.of(Status.COMBATANT, Status.CIVILIAN, Status.UNKNOWN);
    private static final List<Status> OVERLAPPING = List.of(
            Status.CHILD, Status.WOMAN, Status.JOURNALIST, Status.HEALTH_WORKER, Status.AID_WORKER, Status.RESCUER);

    private final Map<Cell, SlowPart> own;
    private final Hierarchy places;
    private final Hierarchy parties;
    private final Map<Window, List<Window>> days = new HashMap<>();
    private final Map<String, List<String>> placesInside;
    private final Map<String, List<String>> partiesInside;
    private final Map<Cell, Optional<SlowPart>> rolled = new HashMap<>();

    /** @param daysAddUp whether what is counted adds up over time; levels do not */
    SlowLattice(Map<Cell, SlowPart> own, Set<Window> windows, Hierarchy places, Hierarchy parties, boolean daysAddUp) {
        this.own = own;
        this.places = places;
        this.parties = parties;
        placesInside = places.childrenOf(
                new TreeSet<>(own.keySet().stream().map(Cell::place).toList()));
        partiesInside = parties.childrenOf(
                new TreeSet<>(own.keySet().stream().map(Cell::party).toList()));
        List<Window> known =
                windows.stream().filter(w -> w.kind() == WindowKind.DAY).toList();
        for (Window window : windows) {
            days.put(window, window.kind() == WindowKind.DAY || !daysAddUp ? List.of() : inside(window, known));
        }
    }

    private static List<Window> inside(Window window, List<Window> days) {
        return days.stream().filter(d -> window.period().contains(d.period())).toList();
    }

    /** Every cell with something known of it or of a part of it. */
    Set<Cell> cells() {
        Map<Window, List<Window>> around = new HashMap<>();
        days.forEach((window, inner) -> {
            around.computeIfAbsent(window, w -> new ArrayList<>()).add(window);
            inner.forEach(d -> around.computeIfAbsent(d, w -> new ArrayList<>()).add(window));
        });
        Set<Cell> cells = new LinkedHashSet<>();
        for (Cell cell : own.keySet()) {
            for (Window window : around.get(cell.window())) {
                for (String place : places.pathOf(cell.place())) {
                    for (Status status : pathOf(cell.status())) {
                        for (String party : parties.pathOf(cell.party())) {
                            cells.add(new Cell(window, place, status, party));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static Collection<Status> pathOf(Status status) {
        if (status == Status.ANY) {
            return List.of(Status.ANY);
        }
        return DISJOINT.contains(status) ? List.of(status, Status.ANY) : List.of(status, Status.CIVILIAN, Status.ANY);
    }

    Optional<SlowPart> rolled(Cell cell) {
        Optional<SlowPart> known = rolled.get(cell);
        if (known == null) {
            known = roll(cell);
            rolled.put(cell, known);
        }
        return known;
    }

    private Optional<SlowPart> roll(Cell cell) {
        SlowPart whole = own.get(cell);
        whole = raise(
                whole,
                days.getOrDefault(cell.window(), List.of()).stream()
                        .map(cell::withWindow)
                        .toList());
        whole = raise(
                whole,
                placesInside.getOrDefault(cell.place(), List.of()).stream()
                        .map(cell::withPlace)
                        .toList());
        whole = raise(
                whole,
                partiesInside.getOrDefault(cell.party(), List.of()).stream()
                        .map(cell::withParty)
                        .toList());
        if (cell.status() == Status.ANY) {
            whole = raise(whole, DISJOINT.stream().map(cell::withStatus).toList());
        } else if (cell.status() == Status.CIVILIAN) {
            for (Status status : OVERLAPPING) {
                whole = raise(whole, List.of(cell.withStatus(status)));
            }
        }
        return Optional.ofNullable(whole);
    }

    private SlowPart raise(SlowPart whole, List<Cell> disjoint) {
        List<SlowPart> parts = disjoint.stream()
                .map(c -> rolled(c).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        if (parts.isEmpty()) {
            return whole;
        }
        SlowPart sum = SlowPart.sum(parts);
        return whole == null ? sum : whole.raisedBy(sum);
    }
}
