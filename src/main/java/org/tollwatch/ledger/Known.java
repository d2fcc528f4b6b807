package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What the claims of one {@link Cluster} say of the growth between any two of its moments. */
final class Known {

    /** A figure between two nodes, by its best. */
    private record Leap(int from, int to, long best) {}

    private final Bounds bounds;
    private final Collection<Anchor> anchors;
    private final List<Leap> leaps = new ArrayList<>();
    private final int[] groups;

    /**
     * @param anchors of the totals that end strictly inside
     * @param asked more moments that will be asked about
     */
    Known(Cluster cluster, Collection<Anchor> anchors, List<Instant> asked) {
        this.anchors = anchors;
        NavigableSet<Instant> moments = new TreeSet<>(asked);
        moments.add(cluster.from());
        moments.add(cluster.to());
        for (Period period : cluster.wholes().keySet()) {
            moments.add(period.from());
            moments.add(period.to());
        }
        anchors.forEach(a -> moments.add(a.at()));
        bounds = new Bounds(moments);
        groups = new int[bounds.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
        }
        cluster.wholes().forEach(this::add);
        new PartSums(cluster.parts(), bounds).forEach((period, sum) -> {
            bounds.add(period, sum.low(), Count.OPEN, sum::said);
            leaps.add(new Leap(node(period.from()), node(period.to()), sum.best()));
        });
        leaps.sort((a, b) -> Integer.compare(a.to, b.to));
    }

    private void add(Period period, List<Claim> claims) {
        int from = node(period.from());
        int to = node(period.to());
        groups[group(from)] = group(to);
        long best = 0;
        for (Claim claim : claims) {
            bounds.add(period, claim.count().low(), claim.count().high(), () -> List.of(claim));
            best = Math.max(best, claim.count().best());
        }
        leaps.add(new Leap(from, to, best));
    }

    int node(Instant moment) {
        return bounds.node(moment);
    }

    int last() {
        return bounds.size() - 1;
    }

    /** As {@link Bounds#growth}. */
    long growth(int from, int to) {
        return bounds.growth(from, to);
    }

    Set<Claim> path(int from, int to) {
        return bounds.path(from, to);
    }

    /** The least the count is at a node since an origin, by the totals that end inside. */
    long low(int origin, int node) {
        long low = -Stretch.NEVER;
        for (Anchor anchor : anchors) {
            if (anchor.origin() == origin) {
                low = Math.max(low, Stretch.plus(anchor.low(), growth(node(anchor.at()), node)));
            }
        }
        return low;
    }

    /** The most it is. */
    long high(int origin, int node) {
        long high = Stretch.NEVER;
        for (Anchor anchor : anchors) {
            if (anchor.origin() == origin) {
                high = Math.min(high, Stretch.plus(anchor.high(), -growth(node, node(anchor.at()))));
            }
        }
        return high;
    }

    /** The claims behind {@link #low}. */
    Set<Claim> saidLow(int origin, int node) {
        long low = low(origin, node);
        for (Anchor anchor : anchors) {
            int at = node(anchor.at());
            if (anchor.origin() == origin && Stretch.plus(anchor.low(), growth(at, node)) == low) {
                Set<Claim> said = path(at, node);
                said.addAll(anchor.saidLow());
                return said;
            }
        }
        throw new IllegalStateException("nothing is known from below");
    }

    /** The claims behind {@link #high}. */
    Set<Claim> saidHigh(int origin, int node) {
        long high = high(origin, node);
        for (Anchor anchor : anchors) {
            int at = node(anchor.at());
            if (anchor.origin() == origin && Stretch.plus(anchor.high(), -growth(node, at)) == high) {
                Set<Claim> said = path(node, at);
                said.addAll(anchor.saidHigh());
                return said;
            }
        }
        throw new IllegalStateException("nothing is known from above");
    }

    /** Whether WHOLE claims join two nodes. */
    boolean joined(int a, int b) {
        return group(a) == group(b);
    }

    boolean joinedToOrigin(int origin, int node) {
        return anchors.stream().anyMatch(a -> a.origin() == origin && joined(node(a.at()), node));
    }

    /** What the figures between two nodes add up to by their bests. */
    long best(int from, int to) {
        long[] reached = new long[to + 1];
        int at = from;
        for (Leap leap : leaps) {
            if (leap.from >= from && leap.to <= to) {
                for (; at < leap.to; at++) {
                    reached[at + 1] = Math.max(reached[at + 1], reached[at]);
                }
                reached[leap.to] = Math.max(reached[leap.to], reached[leap.from] + leap.best);
            }
        }
        for (; at < to; at++) {
            reached[at + 1] = Math.max(reached[at + 1], reached[at]);
        }
        return reached[to];
    }

    /** Between two nodes, as a stretch of time. */
    Stretch stretch(int from, int to, int origins) {
        Stretch.Ends[] ends = new Stretch.Ends[origins];
        for (int p = 0; p < origins; p++) {
            ends[p] = ends(p, from, to);
        }
        return new Stretch(
                bounds.time(from),
                bounds.time(to),
                growth(from, to),
                -growth(to, from),
                best(from, to),
                joined(from, to),
                ends,
                pairs(origins),
                joins(origins));
    }

    private Stretch.Ends ends(int origin, int from, int to) {
        long best = -Stretch.NEVER;
        boolean any = false;
        for (Anchor anchor : anchors) {
            int at = node(anchor.at());
            if (anchor.origin() == origin && at >= from && at <= to) {
                any = true;
                best = Math.max(best, Stretch.plus(anchor.best(), best(at, to)));
            }
        }
        return any
                ? new Stretch.Ends(
                        low(origin, from),
                        high(origin, from),
                        low(origin, to),
                        high(origin, to),
                        best,
                        joinedToOrigin(origin, from),
                        joinedToOrigin(origin, to))
                : Stretch.Ends.NOTHING;
    }

    private long[] pairs(int origins) {
        long[] pairs = new long[origins < 2 ? 0 : origins * origins];
        java.util.Arrays.fill(pairs, -Stretch.NEVER);
        if (origins > 1) {
            for (Anchor a : anchors) {
                for (Anchor b : anchors) {
                    int at = a.origin() * origins + b.origin();
                    long growth = growth(node(a.at()), node(b.at()));
                    pairs[at] = Math.max(pairs[at], Stretch.plus(Stretch.plus(a.low(), growth), -b.high()));
                }
            }
        }
        return pairs;
    }

    private long[] joins(int origins) {
        long[] joins = new long[origins < 2 ? 0 : origins];
        if (origins > 1) {
            for (Anchor a : anchors) {
                for (Anchor b : anchors) {
                    if (joined(node(a.at()), node(b.at()))) {
                        joins[a.origin()] |= 1L << b.origin();
                    }
                }
            }
        }
        return joins;
    }

    private int group(int node) {
        int at = node;
        while (groups[at] != at) {
            at = groups[at];
        }
        return at;
    }
}
