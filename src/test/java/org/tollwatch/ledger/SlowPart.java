package org.tollwatch.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known of one {@link Cell}: a figure, who says so, the newest claims it stands on, and what is unusual in it. */
record SlowPart(Figure figure, List<View> views, List<Citation> claims, List<Finding> findings) {

    private static final List<Grade> FROM_BEST_TO_WORST =
            List.of(Grade.CONFIRMED, Grade.REPORTED, Grade.CLAIMED, Grade.CONTESTED);

    static SlowPart of(Tally tally) {
        long cap = tally.claimants().stream()
                .filter(v -> v.covers() && v.side() != Side.ADVERSARY)
                .mapToLong(View::high)
                .min()
                .orElse(Count.OPEN);
        return new SlowPart(
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

    boolean claimedOnly() {
        return !views.isEmpty() && views.stream().noneMatch(v -> v.side() != Side.ADVERSARY);
    }

    /**
     * Children that do not overlap: their lows add up, and so do their claimants' accounts. What only an adversary says
     * of a child adds nothing to what others say of the rest.
     */
    static SlowPart sum(List<SlowPart> children) {
        boolean claimedOnly = children.stream().allMatch(SlowPart::claimedOnly);
        long low = 0;
        long best = 0;
        Map<String, View> views = new TreeMap<>();
        for (SlowPart child : children) {
            low += child.figure.low();
            best += claimedOnly || !child.claimedOnly() ? child.figure.best() : 0;
            child.views.forEach(v -> views.merge(v.account(), knowsPart(v), SlowPart::together));
        }
        Grade grade = children.stream()
                .filter(c -> claimedOnly || !c.claimedOnly())
                .map(c -> c.figure.grade())
                .max(Comparator.comparing(FROM_BEST_TO_WORST::indexOf))
                .orElseThrow();
        Figure figure = new Figure(low, best, Count.OPEN, Count.OPEN, grade, views.size());
        return new SlowPart(
                figure,
                List.copyOf(views.values()),
                newestClaims(children.stream().map(SlowPart::claims)),
                newestFindings(children.stream().map(SlowPart::findings)));
    }

    private static View knowsPart(View view) {
        return new View(view.account(), view.side(), view.low(), view.best(), Count.OPEN, false);
    }

    private static View together(View a, View b) {
        List<Side> order = List.of(Side.SELF, Side.INDEPENDENT, Side.ADVERSARY);
        Side side = order.get(Math.min(order.indexOf(a.side()), order.indexOf(b.side())));
        return new View(a.account(), side, a.low() + b.low(), a.best() + b.best(), Count.OPEN, false);
    }

    /** This whole, raised to what its parts add up to; what a covering claimant says of the whole is the cap. */
    SlowPart raisedBy(SlowPart parts) {
        if (claimedOnly() && !parts.claimedOnly()) {
            return parts.with(this);
        }
        long low = Math.max(figure.low(), Math.min(parts.figure.low(), figure.cap()));
        boolean enemyOnly = parts.claimedOnly() && !claimedOnly();
        long best = enemyOnly
                ? Math.max(low, figure.best())
                : Math.max(low, Math.max(figure.best(), Math.min(parts.figure.best(), figure.cap())));
        long high = Math.max(figure.high(), best);
        for (View view : parts.views) {
            high = view.side() == Side.ADVERSARY ? Math.max(high, view.low()) : high;
        }
        if (low == figure.low() && best == figure.best() && high == figure.high()) {
            return this;
        }
        Figure raised = new Figure(low, best, high, figure.cap(), figure.grade(), figure.origins());
        return new SlowPart(raised, views, claims, findings).with(parts);
    }

    /** The same figure, with the other's claimants and claims listed as well. */
    private SlowPart with(SlowPart other) {
        Map<String, View> all = new TreeMap<>();
        other.views.forEach(v -> all.put(v.account(), v));
        views.forEach(v -> all.put(v.account(), v));
        Figure same = new Figure(figure.low(), figure.best(), figure.high(), figure.cap(), figure.grade(), all.size());
        return new SlowPart(
                same,
                List.copyOf(all.values()),
                newestClaims(Stream.of(claims, other.claims)),
                newestFindings(Stream.of(findings, other.findings)));
    }

    static List<Citation> newestClaims(Stream<List<Citation>> lists) {
        return newest(lists, Citation.NEWEST_FIRST, Tally.MOST_CLAIMS);
    }

    static List<Finding> newestFindings(Stream<List<Finding>> lists) {
        return newest(lists, Finding.NEWEST_FIRST, Tally.MOST_FINDINGS);
    }

    private static <T> List<T> newest(Stream<List<T>> lists, Comparator<T> order, int most) {
        return lists.flatMap(List::stream).distinct().sorted(order).limit(most).toList();
    }
}
