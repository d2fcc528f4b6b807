package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * The claims along a path that gives the tightest bound between two moments: found by walking outward from both until the
 * bound is made up.
 */
final class Trail {

    private final Course course;
    private final Between between;
    private final Set<Claim> claims = new LinkedHashSet<>();

    private Trail(Course course, Between between) {
        this.course = course;
        this.between = between;
    }

    /** The claims behind a window's low, or behind its high; none where nothing is known. */
    static Set<Claim> of(Course course, Between between, boolean low) {
        Trail trail = new Trail(course, between);
        trail.follow(low);
        return trail.claims;
    }

    private void follow(boolean forward) {
        long growth = between.growth(forward);
        if (growth <= -Stretch.NEVER / 2) {
            return;
        }
        if (between.direct(forward) == growth) {
            direct(forward);
            return;
        }
        Spot from = forward ? between.start() : between.end();
        Spot to = forward ? between.end() : between.start();
        int n = course.origins().size();
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                long via = Stretch.plus(Stretch.plus(-from.high(p), between.hub(p, q)), to.low(q));
                if (via == growth) {
                    toOrigin(from, p);
                    fromOriginToOrigin(p, q);
                    fromOrigin(to, q);
                    return;
                }
            }
        }
    }

    private void direct(boolean forward) {
        Spot start = between.start();
        Spot end = between.end();
        if (between.together()) {
            claims.addAll(start.known().path(forward ? start.node() : end.node(), forward ? end.node() : start.node()));
            return;
        }
        inside(start, true, forward);
        between(start, end).values().forEach(c -> across(c, forward));
        inside(end, false, forward);
    }

    private NavigableMap<Instant, Cluster> between(Spot start, Spot end) {
        return course.clusters().subMap(start.right(), true, end.left(), false);
    }

    /** From one end of a cluster to the other. */
    private void across(Cluster cluster, boolean forward) {
        Known known = course.known(cluster);
        if (forward ? known.growth(0, known.last()) > 0 : true) {
            claims.addAll(forward ? known.path(0, known.last()) : known.path(known.last(), 0));
        }
    }

    /** Between a spot and an end of its cluster. */
    private void inside(Spot spot, boolean right, boolean forward) {
        if (spot.cluster() != null) {
            int end = right ? spot.known().last() : 0;
            boolean outward = right == forward;
            claims.addAll(spot.known().path(outward ? spot.node() : end, outward ? end : spot.node()));
        }
    }

    /** The claims that hold the count at a spot down. */
    private void toOrigin(Spot spot, int origin) {
        long high = spot.high(origin);
        if (spot.highInside(origin) == high) {
            claims.addAll(spot.known().saidHigh(origin, spot.node()));
        } else if (spot.highBefore(origin) == high) {
            // The origin itself lies before: no claim needs to be named for it.
            inside(spot, false, false);
            walk(spot, origin, false, false);
        } else {
            inside(spot, true, true);
            walk(spot, origin, true, false);
        }
    }

    /** The claims that hold it up. */
    private void fromOrigin(Spot spot, int origin) {
        long low = spot.low(origin);
        if (spot.lowInside(origin) == low) {
            claims.addAll(spot.known().saidLow(origin, spot.node()));
        } else if (spot.lowBefore(origin) == low) {
            inside(spot, false, true);
            walk(spot, origin, false, true);
        } else {
            inside(spot, true, false);
            walk(spot, origin, true, true);
        }
    }

    /** From stretch to stretch, until one has the total that gives the bound. */
    private void walk(Spot spot, int origin, boolean later, boolean low) {
        Stretch.Ends told = (later ? spot.after() : spot.before()).origins()[origin];
        long sought = later ? low ? told.leftLow() : told.leftHigh() : low ? told.rightLow() : told.rightHigh();
        Walk walk = new Walk(course, later ? spot.rightPlace() : spot.leftPlace(), later);
        while (true) {
            Stretch here = walk.next().orElseThrow();
            Stretch.Ends ends = here.origins()[origin];
            long found = later ? low ? ends.leftLow() : ends.leftHigh() : low ? ends.rightLow() : ends.rightHigh();
            if (found == sought) {
                claims.addAll(walk.said(origin, low));
                return;
            }
            boolean forward = later != low;
            if (walk.cluster() != null) {
                across(walk.cluster(), forward);
            }
            long passed = forward ? here.low() : -here.high();
            sought = low ? sought - passed : sought + passed;
        }
    }

    private void fromOriginToOrigin(int p, int q) {
        List<Integer> way = new ArrayList<>(List.of(p));
        if (!findWay(way, q)) {
            throw new IllegalStateException("no totals tie one origin to the other");
        }
        for (int i = 0; i + 1 < way.size(); i++) {
            step(way.get(i), way.get(i + 1));
        }
    }

    /** Origins may be known exactly from one another, so that a way may lead back: every branch is tried. */
    private boolean findWay(List<Integer> way, int q) {
        int at = way.get(way.size() - 1);
        if (at == q) {
            return true;
        }
        for (int k = 0; k < course.origins().size(); k++) {
            if (!way.contains(k) && Stretch.plus(direct(at, k), between.hub(k, q)) == between.hub(at, q)) {
                way.add(k);
                if (findWay(way, q)) {
                    return true;
                }
                way.remove(way.size() - 1);
            }
        }
        return false;
    }

    private long direct(int p, int q) {
        return course.line().all().orElseThrow().pairs()[p * course.origins().size() + q];
    }

    /** Seldom more than one origin matters; then the totals of the first are looked through. */
    private void step(int p, int q) {
        long growth = direct(p, q);
        for (List<Anchor> there : course.anchors().values()) {
            for (Anchor anchor : there) {
                if (anchor.origin() == p && anchor.low() > -Stretch.NEVER / 2) {
                    Spot spot = new Spot(course, anchor.at(), List.of(anchor.at()));
                    if (Stretch.plus(anchor.low(), -spot.high(q)) == growth) {
                        claims.addAll(anchor.saidLow());
                        toOrigin(spot, q);
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("no total ties one origin to the other");
    }
}
