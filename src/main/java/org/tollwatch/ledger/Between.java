package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@link Course} says of the time between two moments. */
final class Between {

    private final Course course;
    private final Spot start;
    private final Spot end;
    private final Stretch middle;
    private final boolean together;
    private final long[] hubs;

    Between(Course course, Period window) {
        this.course = course;
        List<Instant> asked = List.of(window.from(), window.to());
        start = new Spot(course, window.from(), asked);
        end = new Spot(course, window.to(), asked);
        together = start.cluster() != null && start.cluster() == end.cluster();
        middle = together
                ? null
                : course.line().fold(start.rightPlace(), end.leftPlace()).orElse(null);
        hubs = course.closure();
    }

    /** The most that the count surely grew; 0 or more. */
    long low() {
        return Math.max(0, growth(true));
    }

    /** The least that the count surely stayed within, or {@link Count#OPEN}. */
    long high() {
        long back = growth(false);
        return back <= -Stretch.NEVER / 2 ? Count.OPEN : Math.max(0, -back);
    }

    /** From the start to the end, or back: negative for a bound from above, {@code -NEVER} if nothing is known. */
    long growth(boolean forward) {
        long growth = direct(forward);
        Spot from = forward ? start : end;
        Spot to = forward ? end : start;
        int n = course.origins().size();
        for (int p = 0; p < n; p++) {
            long high = from.high(p);
            if (high < Stretch.NEVER / 2) {
                for (int q = 0; q < n; q++) {
                    growth = Math.max(growth, Stretch.plus(Stretch.plus(-high, hub(p, q)), to.low(q)));
                }
            }
        }
        return growth;
    }

    /** {@link #growth} without the help of any running total from an origin. */
    long direct(boolean forward) {
        return forward ? directOn() : directBack();
    }

    private long directOn() {
        if (together) {
            return start.known().growth(start.node(), end.node());
        }
        return Stretch.plus(Stretch.plus(start.toRight(), middle == null ? 0 : middle.low()), end.fromLeft());
    }

    private long directBack() {
        if (together) {
            return start.known().growth(end.node(), start.node());
        }
        long across = middle == null
                ? start.right().equals(end.left()) ? 0 : -Stretch.NEVER
                : touching() ? -middle.high() : -Stretch.NEVER;
        return Stretch.plus(Stretch.plus(end.toLeft(), across), start.fromRight());
    }

    private boolean touching() {
        return middle.from().equals(start.right()) && middle.to().equals(end.left());
    }

    /** Whether a chain of standing WHOLE claims joins both ends. */
    boolean covers() {
        if (together && start.known().joined(start.node(), end.node())) {
            return true;
        }
        if (!together
                && start.joinedRight()
                && end.joinedLeft()
                && (middle == null ? start.right().equals(end.left()) : touching() && middle.linked())) {
            return true;
        }
        long reached = start.joinedOrigins();
        if (course.origins().size() > 1) {
            long[] joins = course.joins();
            for (int p = 0; p < joins.length; p++) {
                reached |= (reached & 1L << p) != 0 ? joins[p] : 0;
            }
        }
        return (reached & end.joinedOrigins()) != 0;
    }

    /** The growth from one origin to another. */
    long hub(int p, int q) {
        return p == q ? 0 : hubs[p * course.origins().size() + q];
    }

    /** What the figures inside add up to by their bests. */
    long best() {
        Instant from = start.at();
        Instant to = end.at();
        List<Integer> inside = new ArrayList<>();
        for (int p = 0; p < course.origins().size(); p++) {
            Instant origin = course.origins().get(p);
            if (!origin.isBefore(from) && origin.isBefore(to)) {
                inside.add(p);
            }
        }
        inside.sort((p, q) -> course.origins().get(p).compareTo(course.origins().get(q)));
        long[] reached = new long[inside.size() + 1];
        for (int i = 0; i <= inside.size(); i++) {
            Instant at = i == inside.size() ? to : course.origins().get(inside.get(i));
            reached[i] = stretch(from, at).map(Stretch::best).orElse(0L);
            for (int j = 0; j < i; j++) {
                int origin = inside.get(j);
                long since = reached[j];
                reached[i] = Math.max(
                        reached[i],
                        stretch(course.origins().get(origin), at)
                                .map(s -> Stretch.plus(since, s.origins()[origin].rightBest()))
                                .orElse(0L));
            }
        }
        return reached[inside.size()];
    }

    /** Only what lies inside counts; good for bests alone. */
    private Optional<Stretch> stretch(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        Cluster first = course.around(from);
        Cluster last = course.around(to);
        int n = course.origins().size();
        if (first != null && first == last) {
            Known known = course.known(first, List.of(from, to));
            return Optional.of(known.stretch(known.node(from), known.node(to), n));
        }
        Stretch all = null;
        if (first != null) {
            Known known = course.known(first, List.of(from));
            all = known.stretch(known.node(from), known.last(), n);
        }
        Course.Place left = first == null ? new Course.Place(from, false) : new Course.Place(first.to(), false);
        Course.Place right = new Course.Place(last == null ? to : last.from(), true);
        all = then(all, course.line().fold(left, right).orElse(null));
        if (last != null) {
            Known known = course.known(last, List.of(to));
            all = then(all, known.stretch(0, known.node(to), n));
        }
        return Optional.ofNullable(all);
    }

    private static Stretch then(Stretch a, Stretch b) {
        return a == null ? b : b == null ? a : a.then(b);
    }

    Spot start() {
        return start;
    }

    Spot end() {
        return end;
    }

    boolean together() {
        return together;
    }
}
