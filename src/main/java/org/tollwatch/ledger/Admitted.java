package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of an account stands, and what was set aside, as a window finds it. What changes is told to {@code touched}. */
final class Admitted implements Standing.Watcher {

    private static final Comparator<Claim> FRESHEST_LAST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id, Comparator.reverseOrder());

    private final Touched touched;
    private final Standing standing = new Standing(this);
    private final Map<Period, NavigableSet<Claim>> wholes = new HashMap<>();
    private final Map<Instant, ByEnd> lines = new TreeMap<>();
    private final Newest newest = new Newest();
    private final Days days = new Days();
    private final ByEnd aside = new ByEnd();
    private long[] ties = {};

    Admitted(Touched touched) {
        this.touched = touched;
    }

    /** It is admitted, or not, when all is settled. */
    void put(Claim claim, int rank) {
        standing.put(claim, rank);
    }

    void drop(Claim claim) {
        standing.drop(claim);
    }

    /** Decides on what was put and dropped. */
    void settle() {
        standing.settle();
        long[] now = standing.course().ties();
        if (!Arrays.equals(ties, now)) {
            ties = now;
            touched.touchAll();
        }
    }

    /** All that stands, as one course of the count. */
    Course course() {
        return standing.course();
    }

    /** The totals that stand, by where their count began. */
    Map<Instant, ByEnd> lines() {
        return lines;
    }

    /** What does not stand. */
    ByEnd aside() {
        return aside;
    }

    /** What stands against one that was set aside. */
    Set<Claim> against(Claim claim) {
        return standing.against(claim);
    }

    /** What stands of a time that ends in the window, the newest first; not more than so many. */
    List<Claim> endingIn(Period window, int most) {
        return newest.endingIn(window, most);
    }

    /** The newest of each period. */
    List<Claim> newestWholes() {
        return wholes.values().stream().map(NavigableSet::last).toList();
    }

    /** The days that make up the window, where totals dispute them and nothing is stated of the whole; else none. */
    List<Claim> disputed(Period window) {
        boolean disputed = stated(window).isEmpty() && aside.endingIn(window).anyMatch(c -> isContradicted(c, window));
        List<Claim> tiles = disputed ? days.tiling(window) : List.of();
        // Days that the totals do not dispute are known from the totals as well.
        return tiles.stream().allMatch(standing::stands) ? List.of() : tiles;
    }

    /** What the totals say of a day. */
    Between step(Claim day) {
        return new Between(standing.course(), day.period());
    }

    /** The figures for a time that ends in the window; where there are none, those beside it. */
    List<Claim> support(Period window) {
        List<Claim> inside = newest.endingIn(window, Tally.MOST_CLAIMS);
        return inside.isEmpty() ? newest.around(window) : inside;
    }

    /** The newest standing figure of exactly this period. */
    Optional<Claim> stated(Period window) {
        return Optional.ofNullable(wholes.get(window)).map(NavigableSet::last);
    }

    /** A window from a total's origin reads the total, old losses and all. */
    boolean startsASeries(Period window) {
        return lines.containsKey(window.from());
    }

    private static boolean isContradicted(Claim day, Period window) {
        return day.extent() == Extent.WHOLE && !Admission.isTotal(day) && window.contains(day.period());
    }

    /** Figures of days inside the window that a step of the totals contradicts, none overlapping another. */
    List<Claim> lumps(Period window) {
        Map<Instant, Claim> byStart = new TreeMap<>();
        aside.endingIn(window)
                .filter(c -> isContradicted(c, window) && isExact(step(c)))
                .forEach(c ->
                        byStart.merge(c.period().from(), c, (a, b) -> ByEnd.FRESHEST_LAST.compare(a, b) > 0 ? a : b));
        List<Claim> lumps = new ArrayList<>();
        for (Claim day : byStart.values()) {
            if (lumps.isEmpty()
                    || !day.period()
                            .from()
                            .isBefore(lumps.get(lumps.size() - 1).period().to())) {
                lumps.add(day);
            }
        }
        return lumps;
    }

    private static boolean isExact(Between step) {
        return step.low() == step.high();
    }

    @Override
    public void standing(Claim claim, boolean begins) {
        touched.touch(Reach.of(claim, standing.course()));
        touchCiting(claim.period().to());
        if (begins) {
            newest.add(claim);
        } else {
            newest.remove(claim);
        }
        if (claim.extent() != Extent.WHOLE) {
            return;
        }
        if (begins) {
            wholes.computeIfAbsent(claim.period(), p -> new TreeSet<>(FRESHEST_LAST))
                    .add(claim);
        } else {
            NavigableSet<Claim> same = wholes.get(claim.period());
            same.remove(claim);
            if (same.isEmpty()) {
                wholes.remove(claim.period());
            }
        }
        if (Admission.isTotal(claim)) {
            inLine(claim, begins);
        } else if (begins) {
            days.add(claim);
        } else {
            days.remove(claim);
        }
    }

    /** Windows without a figure of their own cite those beside them. */
    private void touchCiting(Instant end) {
        touched.touch(newest.endBefore(end).or(() -> standing.course().begin()).orElse(end));
        touched.touch(newest.endAfter(end).orElse(end));
    }

    /** Steps, and what a total revises, reach to the totals beside it. */
    private void inLine(Claim total, boolean begins) {
        Instant from = total.period().from();
        Instant end = total.period().to();
        ByEnd line = lines.computeIfAbsent(from, f -> new ByEnd());
        line.atOrBefore(end.minusNanos(1))
                .or(() -> aside.first().filter(t -> t.period().to().isBefore(end)))
                .ifPresent(t -> touched.touch(t.period().to()));
        line.atOrAfter(end.plusNanos(1))
                .or(() -> aside.last().filter(t -> t.period().to().isAfter(end)))
                .ifPresent(t -> touched.touch(t.period().to()));
        if (begins) {
            line.add(total);
        } else {
            line.remove(total);
            if (line.isEmpty()) {
                lines.remove(from);
            }
        }
    }

    @Override
    public void aside(Claim claim, boolean begins) {
        boolean day = claim.extent() == Extent.WHOLE && !Admission.isTotal(claim);
        if (begins) {
            aside.add(claim);
        } else {
            aside.remove(claim);
        }
        if (day && begins) {
            days.add(claim);
        } else if (day) {
            days.remove(claim);
        }
        if (Admission.isTotal(claim)) {
            touched.touch(claim.period().to());
        } else {
            touched.touch(claim.period());
        }
    }
}
