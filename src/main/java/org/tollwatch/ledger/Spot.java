package org.tollwatch.ledger;

import java.time.Instant;
import java.util.List;

/** A moment of a {@link Course}, and what is known of the count there from both sides. */
final class Spot {

    private final Course course;
    private final Instant at;
    private final Cluster cluster;
    private final Known known;
    private final int node;
    private final Stretch before;
    private final Stretch after;

    /** @param asked moments that the question names: those in the same cluster must be known together */
    Spot(Course course, Instant at, List<Instant> asked) {
        this.course = course;
        this.at = at;
        cluster = course.around(at);
        if (cluster == null) {
            known = null;
            node = 0;
            before = course.line().before(new Course.Place(at, true)).orElse(null);
            after = course.line().from(new Course.Place(at, true)).orElse(null);
        } else {
            known = course.known(
                    cluster,
                    asked.stream()
                            .filter(m -> m.isAfter(cluster.from()) && m.isBefore(cluster.to()))
                            .toList());
            node = known.node(at);
            Course.Place place = new Course.Place(cluster.from(), true);
            before = course.line().before(place).orElse(null);
            after = course.line().from(new Course.Place(cluster.to(), false)).orElse(null);
        }
    }

    Instant at() {
        return at;
    }

    Cluster cluster() {
        return cluster;
    }

    Known known() {
        return known;
    }

    int node() {
        return node;
    }

    Stretch before() {
        return before;
    }

    Stretch after() {
        return after;
    }

    /** The first moment at or after the spot that no claim reaches over. */
    Instant right() {
        return cluster == null ? at : cluster.to();
    }

    /** The last moment at or before the spot that no claim reaches over. */
    Instant left() {
        return cluster == null ? at : cluster.from();
    }

    Course.Place rightPlace() {
        return cluster == null ? new Course.Place(at, true) : new Course.Place(cluster.to(), false);
    }

    Course.Place leftPlace() {
        return new Course.Place(left(), true);
    }

    /** The growth from here to {@link #right}. */
    long toRight() {
        return cluster == null ? 0 : known.growth(node, known.last());
    }

    long fromRight() {
        return cluster == null ? 0 : known.growth(known.last(), node);
    }

    long toLeft() {
        return cluster == null ? 0 : known.growth(node, 0);
    }

    long fromLeft() {
        return cluster == null ? 0 : known.growth(0, node);
    }

    boolean touchesBefore() {
        return before != null && before.to().equals(left());
    }

    boolean touchesAfter() {
        return after != null && after.from().equals(right());
    }

    /** The least the count is here since an origin, {@code -NEVER} if nothing is known. */
    long low(int origin) {
        return Math.max(lowInside(origin), Math.max(lowBefore(origin), lowAfter(origin)));
    }

    long lowInside(int origin) {
        return cluster == null ? -Stretch.NEVER : known.low(origin, node);
    }

    long lowBefore(int origin) {
        return before == null ? -Stretch.NEVER : Stretch.plus(before.origins()[origin].rightLow(), fromLeft());
    }

    long lowAfter(int origin) {
        return touchesAfter() ? Stretch.plus(after.origins()[origin].leftLow(), fromRight()) : -Stretch.NEVER;
    }

    /** The most it is, {@code NEVER} if nothing is known. */
    long high(int origin) {
        return Math.min(highInside(origin), Math.min(highBefore(origin), highAfter(origin)));
    }

    long highInside(int origin) {
        return cluster == null ? Stretch.NEVER : known.high(origin, node);
    }

    long highBefore(int origin) {
        return touchesBefore() ? Stretch.plus(before.origins()[origin].rightHigh(), -toLeft()) : Stretch.NEVER;
    }

    long highAfter(int origin) {
        return after == null ? Stretch.NEVER : Stretch.plus(after.origins()[origin].leftHigh(), -toRight());
    }

    boolean joinedRight() {
        return cluster == null || known.joined(node, known.last());
    }

    boolean joinedLeft() {
        return cluster == null || known.joined(node, 0);
    }

    /** The origins that WHOLE claims join this moment to, as bits. */
    long joinedOrigins() {
        long joined = 0;
        for (int p = 0; p < course.origins().size(); p++) {
            if (cluster != null && known.joinedToOrigin(p, node)
                    || joinedLeft() && touchesBefore() && before.origins()[p].rightJoined()
                    || joinedRight() && touchesAfter() && after.origins()[p].leftJoined()) {
                joined |= 1L << p;
            }
        }
        return joined;
    }
}
