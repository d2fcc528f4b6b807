package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One counting function N(t) as claims that agree with one another bound it, with room for one more or one less at any
 * time. Claims that overlap lie in {@link Cluster}s; running totals from an origin of many are {@link Anchor}s; clusters
 * and anchors are {@link Stretch}es of a timeline, so that any window is known in logarithmic time.
 */
final class Course {

    /** Where a stretch lies: anchors before the cluster that starts at the same moment. */
    record Place(Instant at, boolean cluster) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int order = at.compareTo(other.at);
            return order != 0 ? order : Boolean.compare(cluster, other.cluster);
        }
    }

    /** From so many totals on, those of one origin are kept as anchors. */
    private static final int MANY = 3;

    /** Every origin is paired with every other; more than a few are better off as plain claims. */
    private static final int MOST_ORIGINS = 8;

    private final List<Instant> origins = new ArrayList<>();
    private final Map<Instant, List<Claim>> totals = new HashMap<>();
    private final NavigableMap<Instant, Cluster> clusters = new TreeMap<>();
    private final NavigableMap<Instant, List<Anchor>> anchors = new TreeMap<>();
    private Timeline<Place, Stretch> line = new Timeline<>(Stretch::then);

    /** Takes in a claim that agrees with all that is held. */
    void add(Claim claim) {
        Instant origin = claim.period().from();
        if (!Admission.isTotal(claim)) {
            addSpan(claim);
        } else if (origins.contains(origin)) {
            addAnchor(claim);
        } else {
            List<Claim> few = totals.computeIfAbsent(origin, o -> new ArrayList<>());
            few.add(claim);
            addSpan(claim);
            if (few.size() >= MANY && origins.size() < MOST_ORIGINS) {
                promote(origin, totals.remove(origin));
            }
        }
    }

    /** Gives back a claim that was taken in. */
    void remove(Claim claim) {
        Instant origin = claim.period().from();
        if (Admission.isTotal(claim) && origins.contains(origin)) {
            removeAnchor(claim);
            return;
        }
        if (Admission.isTotal(claim)) {
            totals.get(origin).remove(claim);
        }
        removeSpan(claim);
    }

    private void promote(Instant origin, List<Claim> claims) {
        claims.forEach(this::removeSpan);
        origins.add(origin);
        anchorsAt(origin).add(new Anchor(origin, origins.size() - 1, true));
        claims.forEach(c -> anchor(c).add(c));
        line = new Timeline<>(Stretch::then);
        clusters.values().forEach(Cluster::forget);
        clusters.values().forEach(this::place);
        anchors.keySet().forEach(this::placeAnchors);
    }

    private void addAnchor(Claim total) {
        anchor(total).add(total);
        replaceAt(total.period().to());
    }

    private void removeAnchor(Claim total) {
        Instant at = total.period().to();
        Anchor anchor = anchor(total);
        anchor.remove(total);
        if (anchor.isEmpty()) {
            anchors.get(at).remove(anchor);
        }
        replaceAt(at);
    }

    private Anchor anchor(Claim total) {
        int origin = origins.indexOf(total.period().from());
        List<Anchor> there = anchorsAt(total.period().to());
        return there.stream().filter(a -> a.origin() == origin).findFirst().orElseGet(() -> {
            Anchor anchor = new Anchor(total.period().to(), origin, false);
            there.add(anchor);
            return anchor;
        });
    }

    private List<Anchor> anchorsAt(Instant moment) {
        return anchors.computeIfAbsent(moment, m -> new ArrayList<>(1));
    }

    private void replaceAt(Instant moment) {
        if (anchors.get(moment).isEmpty()) {
            anchors.remove(moment);
        }
        Cluster around = around(moment);
        if (around == null) {
            placeAnchors(moment);
        } else {
            around.forget();
            place(around);
        }
    }

    private void addSpan(Claim claim) {
        Period period = claim.period();
        Cluster merged = new Cluster();
        Cluster first = clusterEndingAfter(period.from());
        for (Cluster at = first;
                at != null && at.from().isBefore(period.to());
                at = clusterEndingAfter(period.from())) {
            take(at);
            merged = merged.isEmpty() ? at : merged.with(at);
        }
        merged.add(claim);
        clusters.put(merged.from(), merged);
        anchorsInside(merged).keySet().forEach(m -> line.remove(new Place(m, false)));
        place(merged);
    }

    private void removeSpan(Claim claim) {
        Cluster held = clusters.floorEntry(claim.period().from()).getValue();
        take(held);
        for (Cluster left : held.without(claim)) {
            clusters.put(left.from(), left);
            place(left);
        }
        for (Instant moment :
                List.copyOf(anchors.subMap(held.from(), true, held.to(), true).keySet())) {
            if (around(moment) == null) {
                placeAnchors(moment);
            }
        }
    }

    private void take(Cluster cluster) {
        clusters.remove(cluster.from());
        line.remove(new Place(cluster.from(), true));
    }

    /** The first cluster that ends after a moment. */
    private Cluster clusterEndingAfter(Instant moment) {
        Map.Entry<Instant, Cluster> before = clusters.floorEntry(moment);
        if (before != null && before.getValue().to().isAfter(moment)) {
            return before.getValue();
        }
        Map.Entry<Instant, Cluster> after = clusters.higherEntry(moment);
        return after == null ? null : after.getValue();
    }

    /** The cluster in which a moment strictly lies, or null. */
    Cluster around(Instant moment) {
        Map.Entry<Instant, Cluster> before = clusters.lowerEntry(moment);
        return before != null && before.getValue().to().isAfter(moment) ? before.getValue() : null;
    }

    /** The clusters that overlap a period. */
    Collection<Cluster> overlapping(Period period) {
        Cluster first = clusterEndingAfter(period.from());
        return first == null || !first.from().isBefore(period.to())
                ? List.of()
                : clusters.subMap(first.from(), true, period.to(), false).values();
    }

    /** The moments of a cluster at which something besides incidents starts or ends. */
    Collection<Instant> moments(Cluster cluster) {
        List<Instant> moments = new ArrayList<>(List.of(cluster.from(), cluster.to()));
        for (Period whole : cluster.wholes().keySet()) {
            moments.add(whole.from());
            moments.add(whole.to());
        }
        moments.addAll(anchorsInside(cluster).keySet());
        return moments;
    }

    private NavigableMap<Instant, List<Anchor>> anchorsInside(Cluster cluster) {
        return anchors.subMap(cluster.from(), false, cluster.to(), false);
    }

    private void place(Cluster cluster) {
        Known known = known(cluster);
        line.put(new Place(cluster.from(), true), known.stretch(0, known.last(), origins.size()));
    }

    private void placeAnchors(Instant moment) {
        Place place = new Place(moment, false);
        List<Anchor> there = anchors.get(moment);
        if (there == null || around(moment) != null) {
            line.remove(place);
        } else {
            line.put(place, stretch(moment, there));
        }
    }

    private Stretch stretch(Instant at, List<Anchor> there) {
        int n = origins.size();
        Stretch.Ends[] ends = new Stretch.Ends[n];
        Arrays.fill(ends, Stretch.Ends.NOTHING);
        long[] pairs = new long[n < 2 ? 0 : n * n];
        Arrays.fill(pairs, -Stretch.NEVER);
        long[] joins = new long[n < 2 ? 0 : n];
        for (Anchor a : there) {
            ends[a.origin()] = new Stretch.Ends(a.low(), a.high(), a.low(), a.high(), a.best(), true, true);
            for (Anchor b : n < 2 ? List.<Anchor>of() : there) {
                pairs[a.origin() * n + b.origin()] = Stretch.plus(a.low(), -b.high());
                joins[a.origin()] |= 1L << b.origin();
            }
        }
        return new Stretch(at, at, 0, 0, 0, true, ends, pairs, joins);
    }

    Known known(Cluster cluster) {
        return cluster.known(inside(cluster));
    }

    /** With more moments that will be asked about. */
    Known known(Cluster cluster, List<Instant> asked) {
        return new Known(cluster, inside(cluster), asked);
    }

    private Collection<Anchor> inside(Cluster cluster) {
        List<Anchor> inside = new ArrayList<>();
        anchorsInside(cluster).values().forEach(inside::addAll);
        return inside;
    }

    /** The growth from each origin to each other, as all claims together bound it; nothing where there is but one. */
    long[] closure() {
        int n = origins.size();
        if (n < 2) {
            return new long[0];
        }
        long[] growth = line.all().orElseThrow().pairs().clone();
        for (int k = 0; k < n; k++) {
            for (int p = 0; p < n; p++) {
                for (int q = 0; q < n; q++) {
                    growth[p * n + q] = Math.max(growth[p * n + q], Stretch.plus(growth[p * n + k], growth[k * n + q]));
                }
            }
        }
        return growth;
    }

    /** The first moment of which anything is known. */
    Optional<Instant> begin() {
        return line.all().map(Stretch::from);
    }

    /** The origins that WHOLE claims join each origin to, as bits; nothing where there is but one. */
    long[] joins() {
        int n = origins.size();
        if (n < 2) {
            return new long[0];
        }
        long[] joins = line.all().orElseThrow().joins().clone();
        for (int k = 0; k < n; k++) {
            for (int p = 0; p < n; p++) {
                if ((joins[p] & 1L << k) != 0) {
                    joins[p] |= joins[k];
                }
            }
        }
        return joins;
    }

    /** All that is known of the origins among one another. */
    long[] ties() {
        long[] growth = closure();
        long[] joins = joins();
        long[] ties = Arrays.copyOf(growth, growth.length + joins.length);
        System.arraycopy(joins, 0, ties, growth.length, joins.length);
        return ties;
    }

    Timeline<Place, Stretch> line() {
        return line;
    }

    NavigableMap<Instant, Cluster> clusters() {
        return clusters;
    }

    NavigableMap<Instant, List<Anchor>> anchors() {
        return anchors;
    }

    List<Instant> origins() {
        return origins;
    }
}
