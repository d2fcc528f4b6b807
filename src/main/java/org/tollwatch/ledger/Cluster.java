package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Claims whose periods overlap one another, and nothing else's: most often those of one day. Running totals that end
 * inside lie in it as {@link Anchor}s.
 */
final class Cluster {

    private final Map<Period, List<Claim>> wholes = new HashMap<>();
    private final NavigableMap<Period, Parts> parts = new TreeMap<>(Period.IN_TIME);
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;
    private Known known;

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    Period period() {
        return new Period(from, to);
    }

    /** @param claim not a running total from an origin of many */
    void add(Claim claim) {
        known = null;
        if (claim.extent() == Extent.PART) {
            parts.computeIfAbsent(claim.period(), p -> new Parts()).add(claim);
        } else {
            wholes.computeIfAbsent(claim.period(), p -> new ArrayList<>(1)).add(claim);
        }
        from = claim.period().from().isBefore(from) ? claim.period().from() : from;
        to = claim.period().to().isAfter(to) ? claim.period().to() : to;
    }

    boolean isEmpty() {
        return wholes.isEmpty() && parts.isEmpty();
    }

    /** Together with another. */
    Cluster with(Cluster other) {
        known = null;
        wholes.putAll(other.wholes);
        parts.putAll(other.parts);
        from = other.from.isBefore(from) ? other.from : from;
        to = other.to.isAfter(to) ? other.to : to;
        return this;
    }

    /** Without a claim it falls into as many clusters as are left unconnected. */
    List<Cluster> without(Claim claim) {
        if (claim.extent() == Extent.PART) {
            if (!parts.get(claim.period()).remove(claim)) {
                parts.remove(claim.period());
            }
        } else {
            List<Claim> same = wholes.get(claim.period());
            same.remove(claim);
            if (same.isEmpty()) {
                wholes.remove(claim.period());
            }
        }
        return split();
    }

    private List<Cluster> split() {
        NavigableMap<Period, Boolean> periods = new TreeMap<>(Period.IN_TIME);
        wholes.keySet().forEach(p -> periods.put(p, true));
        parts.keySet().forEach(p -> periods.put(p, true));
        List<Cluster> clusters = new ArrayList<>();
        Cluster open = null;
        for (Period period : periods.keySet()) {
            if (open == null || !period.from().isBefore(open.to)) {
                open = new Cluster();
                clusters.add(open);
            }
            if (wholes.containsKey(period)) {
                open.wholes.put(period, wholes.get(period));
            }
            if (parts.containsKey(period)) {
                open.parts.put(period, parts.get(period));
            }
            open.from = period.from().isBefore(open.from) ? period.from() : open.from;
            open.to = period.to().isAfter(open.to) ? period.to() : open.to;
        }
        return clusters;
    }

    Map<Period, List<Claim>> wholes() {
        return wholes;
    }

    NavigableMap<Period, Parts> parts() {
        return parts;
    }

    /** How much more the incidents of a period would be with one more. */
    long more(Claim part) {
        Parts same = parts.get(part.period());
        return same == null ? part.count().low() : same.more(part);
    }

    /** What it says, with the totals that end inside. */
    Known known(Collection<Anchor> anchors) {
        if (known == null) {
            known = new Known(this, anchors, List.of());
        }
        return known;
    }

    /** After a total that ends inside came or went. */
    void forget() {
        known = null;
    }
}
