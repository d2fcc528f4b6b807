package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Voices.Voice;

/** Follows one tally's numbers down the roll-up to the claims that they rest on. */
final class Trace {

    /** Where it was already. */
    private record Gone(Level level, Cell cell, Object what) {

        // As in Cell.
        @Override
        public boolean equals(Object other) {
            return other instanceof Gone that
                    && level == that.level
                    && what.equals(that.what)
                    && cell.equals(that.cell);
        }

        @Override
        public int hashCode() {
            return 31 * cell.hashCode() + what.hashCode();
        }
    }

    private final Board board;
    private final Set<Gone> done = new HashSet<>();
    private final Map<String, Set<Role>> roles = new HashMap<>();
    private final Map<String, List<Step>> routes = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<String, Uncounted> passedOver = new HashMap<>();

    /** @param cell the square of the asked tally */
    Trace(Board board, Level top, Cell cell) {
        this.board = board;
        Figure figure = top.lattice().rolled(cell).orElseThrow().figure();
        if (figure.low() > 0) {
            follow(top, cell, Facet.LOW, Role.SETS_LOW, List.of());
        }
        if (figure.best() > 0) {
            follow(top, cell, Facet.BEST, Role.SETS_BEST, List.of());
        }
        if (figure.high() != Count.OPEN) {
            follow(top, cell, Facet.HIGH, Role.SETS_HIGH, List.of());
        }
        count(top, cell, List.of(), figure.grade() == Grade.CONTESTED);
    }

    /** What the claim sets; nothing for most. */
    Set<Role> roles(String claimId) {
        return roles.getOrDefault(claimId, Set.of());
    }

    /** Whether it stands in the account of someone who is counted. */
    boolean counted(String claimId) {
        return counted.contains(claimId);
    }

    /** Why its claimant was not counted. */
    Optional<Uncounted> passedOver(String claimId) {
        return Optional.ofNullable(passedOver.get(claimId));
    }

    Optional<List<Step>> route(String claimId) {
        return Optional.ofNullable(routes.get(claimId));
    }

    /** Whether the claim has to do with the asked tally though its period does not overlap the window. */
    boolean reaches(String claimId) {
        return roles.containsKey(claimId) || counted.contains(claimId);
    }

    private void follow(Level level, Cell cell, Facet facet, Role role, List<Step> route) {
        if (!done.add(new Gone(level, cell, List.of(facet, role)))) {
            return;
        }
        Ascent ascent = level.ascent(cell);
        ascent.giving(facet).ifPresent(stage -> {
            if (stage.group().isEmpty()) {
                followOwn(level, cell, facet, role, route);
            } else if (facet == Facet.HIGH) {
                followHigh(level, cell, stage, role, route);
            } else if (facet != Facet.CAP) {
                followGroup(level, cell, stage, facet, role, route);
            }
        });
    }

    /** What raised the high is the best, or what an adversary says of the parts. */
    private void followHigh(Level level, Cell cell, Ascent.Stage stage, Role role, List<Step> route) {
        long high = stage.reached().figure().high();
        if (stage.reached().figure().best() == high) {
            follow(level, cell, Facet.BEST, role, route);
            return;
        }
        long claimed = stage.added().claimed();
        stage.added().views().stream()
                .filter(view -> view.side() == Side.ADVERSARY && view.low() == claimed)
                .forEach(view -> followClaimed(level, view.account(), stage, role, route));
    }

    /** Goes down to what the adversary says itself. */
    private void followClaimed(Level level, String account, Ascent.Stage stage, Role role, List<Step> route) {
        Lattice.Group group = stage.group().orElseThrow();
        for (Cell child : group.cells()) {
            descendClaimed(level, child, account, role, and(route, group.step()));
        }
    }

    private void descendClaimed(Level level, Cell cell, String account, Role role, List<Step> route) {
        for (Ascent.Stage inside : level.ascent(cell).standing()) {
            if (inside.group().isPresent()) {
                followClaimed(level, account, inside, role, route);
            } else {
                giveClaimed(level, cell, account, role, route);
            }
        }
    }

    private void giveClaimed(Level level, Cell cell, String account, Role role, List<Step> route) {
        if (level.book().isEmpty()) {
            board.book(cell).ifPresent(book -> descendClaimed(book, cell, account, role, route));
            return;
        }
        level.voices(cell)
                .ifPresent(heard -> heard.all().stream()
                        .filter(voice -> voice.view().account().equals(account))
                        .forEach(voice -> give(role, evidence(level, voice, cell, Facet.LOW), cell, route)));
    }

    private void followGroup(Level level, Cell cell, Ascent.Stage stage, Facet facet, Role role, List<Step> route) {
        Figure added = stage.added().figure();
        Figure reached = stage.reached().figure();
        if (facet == Facet.BEST && Math.min(added.best(), reached.cap()) < reached.best()) {
            follow(level, cell, Facet.LOW, role, route);
            return;
        }
        Lattice.Group group = stage.group().orElseThrow();
        for (Cell child : group.cells()) {
            level.lattice()
                    .rolled(child)
                    .filter(part -> facet.of(part.figure()) > 0 && speaks(part, stage.added()))
                    .ifPresent(part -> follow(level, child, facet, role, and(route, group.step())));
        }
        if (facet.of(added) > facet.of(reached)) {
            follow(level, cell, Facet.CAP, role, route);
        }
    }

    /** What only the adversary says of a part adds nothing to what others say of the rest. */
    private static boolean speaks(Part part, Part sum) {
        return sum.claimedOnly() || !part.claimedOnly();
    }

    private void followOwn(Level level, Cell cell, Facet facet, Role role, List<Step> route) {
        if (level.book().isEmpty()) {
            board.book(cell).ifPresent(book -> follow(book, cell, facet, role, route));
            return;
        }
        level.voices(cell)
                .ifPresent(heard -> heard.setting(facet)
                        .forEach((voice, meant) -> give(role, evidence(level, voice, cell, meant), cell, route)));
    }

    private static List<Claim> evidence(Level level, Voice voice, Cell cell, Facet facet) {
        Evidence evidence = level.evidence(voice, cell);
        return switch (facet) {
            case LOW -> evidence.low();
            case BEST -> evidence.best();
            case HIGH, CAP -> evidence.high();
        };
    }

    private void give(Role role, List<Claim> claims, Cell cell, List<Step> route) {
        for (Claim claim : claims) {
            roles.computeIfAbsent(claim.id(), id -> EnumSet.noneOf(Role.class)).add(role);
            routes.putIfAbsent(claim.id(), route);
        }
    }

    /** Goes through all that the figure rests on, whether it moves the figure or not. */
    private void count(Level level, Cell cell, List<Step> route, boolean contested) {
        if (!done.add(new Gone(level, cell, contested))) {
            return;
        }
        List<Ascent.Stage> stages = level.ascent(cell).standing();
        for (Ascent.Stage stage : stages) {
            boolean graded = contested && stage == stages.get(0);
            if (stage.group().isEmpty()) {
                countOwn(level, cell, route, graded);
            } else {
                Lattice.Group group = stage.group().get();
                for (Cell child : group.cells()) {
                    level.lattice()
                            .rolled(child)
                            .filter(part -> speaks(part, stage.added()))
                            .ifPresent(part -> count(
                                    level,
                                    child,
                                    and(route, group.step()),
                                    graded && part.figure().grade() == Grade.CONTESTED));
                }
            }
        }
    }

    private void countOwn(Level level, Cell cell, List<Step> route, boolean contested) {
        if (level.book().isEmpty()) {
            board.book(cell).ifPresent(book -> count(book, cell, route, contested));
            return;
        }
        level.voices(cell).ifPresent(heard -> {
            if (contested) {
                heard.contesting().forEach(v -> give(Role.CONTESTS, evidence(level, v, cell, Facet.LOW), cell, route));
                heard.contesting().forEach(v -> give(Role.CONTESTS, evidence(level, v, cell, Facet.HIGH), cell, route));
            }
            List<Set<String>> contexts = level.contexts(heard, cell);
            for (int i = 0; i < contexts.size(); i++) {
                Voice voice = heard.all().get(i);
                boolean counts = heard.counts(voice);
                for (String id : contexts.get(i)) {
                    routes.putIfAbsent(id, route);
                    if (counts) {
                        counted.add(id);
                    } else {
                        passedOver.putIfAbsent(
                                id, voice.view().side() == Side.ADVERSARY ? Uncounted.ADVERSARY : Uncounted.VAGUER);
                    }
                }
            }
        });
    }

    private static List<Step> and(List<Step> route, Step step) {
        if (!route.isEmpty() && route.get(route.size() - 1) == step) {
            return route;
        }
        List<Step> longer = new ArrayList<>(route);
        longer.add(step);
        return longer;
    }
}
