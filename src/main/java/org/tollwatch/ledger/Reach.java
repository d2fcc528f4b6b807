package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a claim of a {@link Course} is felt: beyond it, what is known of the count comes from elsewhere, with the claim
 * and without it.
 */
final class Reach {

    private Reach() {}

    /** Both ends belong to it. */
    static Period of(Claim claim, Course course) {
        boolean anchored = Admission.isTotal(claim)
                && course.origins().contains(claim.period().from());
        Instant end = claim.period().to();
        Cluster cluster = anchored
                ? course.around(end)
                : course.clusters().floorEntry(claim.period().from()).getValue();
        Instant left = cluster == null ? end : cluster.from();
        Instant right = cluster == null ? end : cluster.to();
        Instant from = left;
        Instant to = right;
        if (!course.origins().isEmpty()) {
            from = earlier(left, cluster != null, course);
            to = later(right, cluster != null, course);
        }
        if (anchored) {
            from = min(from, Optional.ofNullable(course.anchors().lowerKey(end)).orElse(from));
            to = max(to, Optional.ofNullable(course.anchors().higherKey(end)).orElse(to));
        }
        return new Period(from, to.isAfter(from) ? to : from.plusNanos(1));
    }

    private static Instant later(Instant right, boolean cluster, Course course) {
        Course.Place place = new Course.Place(right, !cluster);
        Optional<Stretch> here = course.line().before(place);
        Walk walk = new Walk(course, place, true);
        Stretch passed = null;
        Course.Place next = place;
        while (true) {
            Optional<Stretch> beyond = course.line().from(next);
            if (here.isEmpty() || beyond.isEmpty() || isDeaf(here.get(), passed, beyond.get())) {
                return passed == null ? right : passed.to();
            }
            Stretch one = walk.next().orElseThrow();
            passed = passed == null ? one : passed.then(one);
            next = walk.following();
        }
    }

    /** Whether what lies before says nothing more about the moment than what was passed since and what lies beyond. */
    private static boolean isDeaf(Stretch here, Stretch passed, Stretch beyond) {
        for (int p = 0; p < here.origins().length; p++) {
            Stretch.Ends told = (passed == null ? here : here.then(passed)).origins()[p];
            boolean touching = (passed == null ? here.to() : passed.to()).equals(beyond.from());
            long low = touching ? beyond.origins()[p].leftLow() : -Stretch.NEVER;
            long high = beyond.origins()[p].leftHigh();
            boolean joined = touching && beyond.origins()[p].leftJoined();
            if (passed != null) {
                low = Math.max(low, passed.origins()[p].rightLow());
                high = Math.min(high, passed.origins()[p].rightHigh());
                joined |= passed.origins()[p].rightJoined();
            }
            if (told.rightLow() > low || told.rightHigh() < high || told.rightJoined() && !joined) {
                return false;
            }
        }
        return true;
    }

    private static Instant earlier(Instant left, boolean cluster, Course course) {
        Course.Place place = new Course.Place(left, cluster);
        Optional<Stretch> here = course.line().from(place);
        Walk walk = new Walk(course, place, false);
        Stretch passed = null;
        Course.Place next = place;
        while (true) {
            Optional<Stretch> beyond = course.line().before(next);
            if (here.isEmpty() || beyond.isEmpty() || isDeafBack(here.get(), passed, beyond.get())) {
                return passed == null ? left : passed.from();
            }
            Stretch one = walk.next().orElseThrow();
            passed = passed == null ? one : one.then(passed);
            next = walk.place();
        }
    }

    private static boolean isDeafBack(Stretch here, Stretch passed, Stretch beyond) {
        for (int p = 0; p < here.origins().length; p++) {
            Stretch.Ends told = (passed == null ? here : passed.then(here)).origins()[p];
            boolean touching = (passed == null ? here.from() : passed.from()).equals(beyond.to());
            long low = beyond.origins()[p].rightLow();
            long high = touching ? beyond.origins()[p].rightHigh() : Stretch.NEVER;
            boolean joined = touching && beyond.origins()[p].rightJoined();
            if (passed != null) {
                low = Math.max(low, passed.origins()[p].leftLow());
                high = Math.min(high, passed.origins()[p].leftHigh());
                joined |= passed.origins()[p].leftJoined();
            }
            if (told.leftLow() > low || told.leftHigh() < high || told.leftJoined() && !joined) {
                return false;
            }
        }
        return true;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
