package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From one stretch of a {@link Course} to the next, in one direction. */
final class Walk {

    private final Course course;
    private final boolean later;
    private Optional<Map.Entry<Course.Place, Stretch>> here;
    private boolean begun;

    /** @param start of the walk: what lies from there on, or before it */
    Walk(Course course, Course.Place start, boolean later) {
        this.course = course;
        this.later = later;
        here = later ? course.line().ceiling(start) : course.line().lower(start);
    }

    /** The next stretch, if there is one. */
    Optional<Stretch> next() {
        if (begun) {
            here = here.flatMap(e ->
                    later ? course.line().higher(e.getKey()) : course.line().lower(e.getKey()));
        }
        begun = true;
        return here.map(Map.Entry::getValue);
    }

    Course.Place place() {
        return here.orElseThrow().getKey();
    }

    /** Where the stretch after this one would begin. */
    Course.Place following() {
        return course.line().higher(place()).map(Map.Entry::getKey).orElse(new Course.Place(Instant.MAX, true));
    }

    /** The cluster at the stretch, or null where it is a moment with totals. */
    Cluster cluster() {
        Course.Place place = here.orElseThrow().getKey();
        return place.cluster() ? course.clusters().get(place.at()) : null;
    }

    /** The claims here that say what the count is at the near end. */
    Set<Claim> said(int origin, boolean low) {
        Cluster cluster = cluster();
        if (cluster != null) {
            Known known = course.known(cluster);
            int node = later ? 0 : known.last();
            return low ? known.saidLow(origin, node) : known.saidHigh(origin, node);
        }
        return course.anchors().get(here.orElseThrow().getKey().at()).stream()
                .filter(a -> a.origin() == origin)
                .findFirst()
                .map(a -> Set.copyOf(low ? a.saidLow() : a.saidHigh()))
                .orElseThrow();
    }
}
