package org.tollwatch.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Whether a claim agrees with a {@link Course}; if not, claims that together contradict it. */
final class Objection {

    private Objection() {}

    /** Empty if it agrees. */
    static Set<Claim> to(Claim claim, Course course) {
        return claim.extent() == Extent.PART ? toPart(claim, course) : toWhole(claim, course);
    }

    private static Set<Claim> toWhole(Claim claim, Course course) {
        Between between = new Between(course, claim.period());
        if (between.low() > claim.count().high()) {
            return Trail.of(course, between, true);
        }
        if (between.high() < claim.count().low()) {
            return Trail.of(course, between, false);
        }
        return Set.of();
    }

    /** With one more incident, no stretch around it may hold more than is known of it. */
    private static Set<Claim> toPart(Claim part, Course course) {
        Period period = part.period();
        Iterable<Cluster> clusters = course.overlapping(period);
        long more = part.count().low();
        NavigableSet<Instant> moments = new TreeSet<>();
        moments.add(period.from());
        moments.add(period.to());
        for (Cluster cluster : clusters) {
            more = cluster.parts().containsKey(period) ? cluster.more(part) : more;
            moments.addAll(course.moments(cluster));
        }
        if (more == 0) {
            return Set.of();
        }
        for (Instant from : moments.headSet(period.from(), true).descendingSet()) {
            for (Instant to : moments.tailSet(period.to(), true)) {
                Set<Claim> against = against(part, more, new Period(from, to), clusters, course);
                if (!against.isEmpty()) {
                    return against;
                }
            }
        }
        return Set.of();
    }

    private static Set<Claim> against(
            Claim part, long more, Period stretch, Iterable<Cluster> clusters, Course course) {
        Between between = new Between(course, stretch);
        long high = between.high();
        if (high == Count.OPEN) {
            return Set.of();
        }
        long sum = more;
        Set<Claim> against = new LinkedHashSet<>();
        for (Cluster cluster : clusters) {
            for (var entry : cluster.parts().entrySet()) {
                if (stretch.contains(entry.getKey())) {
                    sum += entry.getValue().low();
                    against.addAll(entry.getValue().said());
                }
            }
        }
        if (sum <= high) {
            return Set.of();
        }
        against.addAll(Trail.of(course, between, false));
        against.removeIf(c -> sameIncident(c, part));
        return against;
    }

    /** What is said of the same incident is not added to it. */
    private static boolean sameIncident(Claim other, Claim part) {
        return other.extent() == Extent.PART
                && other.period().equals(part.period())
                && other.incident().equals(part.incident());
    }
}
