package org.tollwatch.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one {@link Cell}: a figure, who says so, the newest claims it stands on, and what is unusual in it. */
record Part(Figure figure, List<View> views, List<Citation> claims, List<Finding> findings) {

    static Part of(Tally tally) {
        long cap = tally.claimants().stream()
                .filter(v -> v.covers() && v.side() != Side.ADVERSARY)
                .mapToLong(View::high)
                .min()
                .orElse(Count.OPEN);
        return new Part(
                new Figure(tally.low(), tally.best(), tally.high(), cap, tally.grade(), tally.origins()),
                tally.claimants(),
                tally.claims(),
                tally.findings());
    }

    Tally toTally(Scope scope, Window window, Policy policy) {
        return new Tally(
                scope,
                window,
                figure.low(),
                figure.best(),
                figure.high(),
                figure.grade(),
                figure.origins(),
                views,
                claims,
                findings,
                policy.name(),
                claims.get(0).publishedAt());
    }

    /** "Zero or more" is no figure; "at most 18" is, though the enemy says there are more. */
    boolean saysSomething() {
        return figure.best() > 0 || figure.high() != Count.OPEN || figure.cap() != Count.OPEN;
    }

    /** Whether nobody but adversaries says any of it, agreed or not. */
    boolean claimedOnly() {
        return adversariesOnly(views);
    }

    static boolean adversariesOnly(List<View> views) {
        for (View view : views) {
            if (view.side() != Side.ADVERSARY) {
                return false;
            }
        }
        return !views.isEmpty();
    }

    /** The most that an adversary says there are at least. */
    long claimed() {
        return views.stream()
                .filter(v -> v.side() == Side.ADVERSARY)
                .mapToLong(View::low)
                .max()
                .orElse(0);
    }

    /**
     * This whole, raised to what its parts add up to; what a covering claimant says of the whole is the cap. What an
     * adversary says of the parts moves only the high while anyone else speaks of the whole.
     */
    Part raisedBy(Part parts) {
        if (claimedOnly() && !parts.claimedOnly()) {
            return parts.with(this);
        }
        long sum = claimedOnly() == parts.claimedOnly() ? parts.figure.best() : 0;
        long low = Math.max(figure.low(), Math.min(parts.figure.low(), figure.cap()));
        long best = Math.max(low, Math.max(figure.best(), Math.min(sum, figure.cap())));
        long high = Math.max(figure.high(), Math.max(best, parts.claimed()));
        if (low == figure.low() && best == figure.best() && high == figure.high()) {
            return this;
        }
        Figure raised = new Figure(low, best, high, figure.cap(), figure.grade(), figure.origins());
        return new Part(raised, views, claims, findings).with(parts);
    }

    /** The same figure, with the other's claimants and claims listed as well. */
    private Part with(Part other) {
        Map<String, View> all = new TreeMap<>();
        other.views.forEach(v -> all.put(v.account(), v));
        views.forEach(v -> all.put(v.account(), v));
        Figure same = new Figure(figure.low(), figure.best(), figure.high(), figure.cap(), figure.grade(), all.size());
        return new Part(
                same,
                List.copyOf(all.values()),
                Latest.claims(claims, other.claims),
                Latest.findings(findings, other.findings));
    }
}
