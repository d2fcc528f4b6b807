package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the claims that move no figure but by which others are read: reckons the tally from those alone that set it or are
 * contained in it, and where that gives another figure, looks for the others that are needed.
 */
final class Guides {

    /** Each is a reckoning; of a long search the end is not worth it, and those not looked at are told as guides. */
    private static final int MOST_TRIES = 40;

    private final List<Claim> known;
    private final Function<List<Claim>, Optional<Figure>> figure;
    private int tries;

    /** @param figure what the asked tally's figure is when only these claims are known */
    Guides(List<Claim> known, Function<List<Claim>, Optional<Figure>> figure) {
        this.known = known;
        this.figure = figure;
    }

    /** The same explanation, its guides marked; those that do not bear on the window by themselves are added. */
    Explanation in(Explanation told) {
        Set<String> kept = new HashSet<>();
        told.lines().stream()
                .filter(l -> !l.is(Role.SET_ASIDE) && !l.is(Role.NOT_COUNTED))
                .forEach(l -> kept.add(l.claim().id()));
        Optional<Figure> expected = figure.apply(known);
        if (sameNumbers(expected, figure.apply(only(kept)))) {
            return told;
        }
        List<Claim> others = known.stream()
                .filter(c -> !kept.contains(c.id()))
                .sorted(Claim.NEWEST_FIRST)
                .toList();
        Set<String> needed = new HashSet<>();
        others.forEach(c -> needed.add(c.id()));
        drop(others, needed, kept, expected);
        return marked(told, needed);
    }

    /** Drops all of them if they are not needed; else, one half after the other, those that are not. */
    private void drop(List<Claim> some, Set<String> needed, Set<String> kept, Optional<Figure> expected) {
        if (tries++ >= MOST_TRIES) {
            return;
        }
        Set<String> with = new HashSet<>(kept);
        with.addAll(needed);
        some.forEach(c -> with.remove(c.id()));
        if (sameNumbers(expected, figure.apply(only(with)))) {
            some.forEach(c -> needed.remove(c.id()));
        } else if (some.size() > 1) {
            drop(some.subList(0, some.size() / 2), needed, kept, expected);
            drop(some.subList(some.size() / 2, some.size()), needed, kept, expected);
        }
    }

    private List<Claim> only(Set<String> ids) {
        return known.stream().filter(c -> ids.contains(c.id())).toList();
    }

    private static boolean sameNumbers(Optional<Figure> a, Optional<Figure> b) {
        return numbers(a).equals(numbers(b));
    }

    private static Optional<List<Object>> numbers(Optional<Figure> figure) {
        return figure.map(f -> List.of(f.low(), f.best(), f.high(), f.grade()));
    }

    private Explanation marked(Explanation told, Set<String> needed) {
        List<Explanation.Line> lines = new ArrayList<>();
        Set<String> added = new HashSet<>(needed);
        for (Explanation.Line line : told.lines()) {
            lines.add(added.remove(line.claim().id()) ? line.guiding() : line);
        }
        only(added).forEach(c -> lines.add(Explanation.Line.outside(c).guiding()));
        return new Explanation(told.scope(), told.window(), told.tally(), told.asOf(), lines);
    }
}
