package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * From what each claimant says to one figure for the scope itself, before anything below it is looked at. Those who
 * cover the window set its ends; those who know a part only raise the low; the adversary only moves the high.
 */
final class Disagreement {

    private final List<Policy.Candidate> heard;
    private final List<View> own = new ArrayList<>();
    private final List<View> partial = new ArrayList<>();
    private final List<View> adversary = new ArrayList<>();
    private final Policy policy;

    /** @param heard one for each account that says something of the window */
    Disagreement(List<Policy.Candidate> heard, Policy policy) {
        this.policy = policy;
        this.heard = heard;
        List<View> covering = new ArrayList<>();
        for (Policy.Candidate candidate : heard) {
            View view = candidate.view();
            (view.side() == Side.ADVERSARY ? adversary : view.covers() ? covering : partial).add(view);
        }
        covering.stream()
                .filter(v -> covering.stream().noneMatch(other -> strictlyContains(v, other)))
                .forEach(own::add);
    }

    /** "Some civilians" beside "30 civilians" is no view of its own. */
    private static boolean strictlyContains(View wide, View narrow) {
        return wide.low() <= narrow.low()
                && wide.high() >= narrow.high()
                && (wide.low() < narrow.low() || wide.high() > narrow.high());
    }

    /** The lowest closed high of a claimant of the whole who is not the adversary: no part may exceed it. */
    long cap() {
        return own.stream().mapToLong(View::high).min().orElse(Count.OPEN);
    }

    Figure figure() {
        long part = highestLow(partial);
        if (!own.isEmpty()) {
            long low = Math.max(lowest(own), Math.min(part, cap()));
            long high = Math.max(highest(own), highest(adversary));
            return new Figure(low, within(low, best(own), high), high, cap(), grade(), origins());
        }
        if (!partial.isEmpty()) {
            return new Figure(part, part, Count.OPEN, Count.OPEN, grade(), origins());
        }
        List<View> covering = adversary.stream().filter(View::covers).toList();
        long claimed = covering.isEmpty() ? policy.alone(highestLow(adversary)) : best(covering);
        long high = covering.isEmpty() ? Count.OPEN : Math.max(claimed, highest(adversary));
        return new Figure(0, claimed, high, Count.OPEN, grade(), origins());
    }

    private static long highestLow(List<View> views) {
        return views.stream().mapToLong(View::low).max().orElse(0);
    }

    private static long lowest(List<View> views) {
        return views.stream().mapToLong(View::low).min().orElseThrow();
    }

    /** Who knows only a part bounds nothing from above: then its low is the highest it speaks of. */
    private static long highest(List<View> views) {
        return views.stream()
                .mapToLong(v -> v.covers() ? v.high() : v.low())
                .max()
                .orElse(0);
    }

    private static long within(long low, long value, long high) {
        return Math.max(low, Math.min(value, high));
    }

    private long best(List<View> among) {
        return policy.best(heard.stream().filter(c -> among.contains(c.view())).toList());
    }

    private Grade grade() {
        List<View> ranges = new ArrayList<>(own);
        adversary.stream().filter(View::covers).forEach(ranges::add);
        long highestLow = Stream.concat(ranges.stream(), partial.stream())
                .mapToLong(View::low)
                .max()
                .orElse(0);
        long lowestHigh = ranges.stream().mapToLong(View::high).min().orElse(Count.OPEN);
        if (highestLow > lowestHigh || heard.stream().anyMatch(this::restsOnAdjustment)) {
            return Grade.CONTESTED;
        }
        if (own.isEmpty() && partial.isEmpty()) {
            return Grade.CLAIMED;
        }
        boolean self = own.stream().anyMatch(v -> v.side() == Side.SELF)
                || partial.stream().anyMatch(v -> v.side() == Side.SELF);
        return self || own.size() + partial.size() > 1 ? Grade.CONFIRMED : Grade.REPORTED;
    }

    private boolean restsOnAdjustment(Policy.Candidate candidate) {
        return candidate.adjusted() && (own.contains(candidate.view()) || partial.contains(candidate.view()));
    }

    private int origins() {
        return own.size() + partial.size() + adversary.size();
    }

    List<View> views() {
        return heard.stream()
                .map(Policy.Candidate::view)
                .sorted(Comparator.comparing(View::account))
                .toList();
    }
}
