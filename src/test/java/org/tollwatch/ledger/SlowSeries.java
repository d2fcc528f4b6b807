package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One claimant's running total from one origin, read as a doctor reads a chart: which figure is a slip, and where the
 * count began anew. Each judgement needs only the figures beside it, so that one more figure changes little.
 */
final class SlowSeries {

    /**
     * A count that began anew.
     *
     * @param last the last total before
     * @param first the first total after
     */
    record Restart(Claim last, Claim first) {}

    /** A total that the totals beside it contradict; the newest of all has none after it yet. */
    record Outlier(Claim total, Claim before, Optional<Claim> after) {}

    /** A total falls to less than one part in this many only where a new count begins. */
    private static final int RESTART_FALL = 3;

    /** Small counts fall by mere corrections. */
    private static final int RESTART_FROM = 50;

    private static final Comparator<Claim> FRESHER = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id);

    private final List<Outlier> outliers = new ArrayList<>();
    private final List<Restart> restarts = new ArrayList<>();

    /** @param totals running totals of one account and scope from the same origin; no repeats */
    SlowSeries(List<Claim> totals) {
        NavigableMap<Instant, Claim> byEnd = new TreeMap<>();
        totals.forEach(t -> byEnd.merge(t.period().to(), t, (a, b) -> FRESHER.compare(a, b) >= 0 ? a : b));
        List<Claim> line = List.copyOf(byEnd.values());
        List<Claim> sound = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Optional<Claim> after = i + 1 < line.size() ? Optional.of(line.get(i + 1)) : Optional.empty();
            if (i > 0 && isOutlier(line.get(i - 1), line.get(i), after)) {
                Claim slip = line.get(i);
                Claim before = line.get(i - 1);
                totals.stream()
                        .filter(t -> t.period().to().equals(slip.period().to())
                                && t.count().equals(slip.count()))
                        .forEach(t -> outliers.add(new Outlier(t, before, after)));
            } else {
                sound.add(line.get(i));
            }
        }
        for (int i = 1; i < sound.size(); i++) {
            if (isRestart(sound.get(i - 1), sound.get(i))) {
                restarts.add(new Restart(sound.get(i - 1), sound.get(i)));
            }
        }
    }

    /** In the order of time. */
    List<Outlier> outliers() {
        return outliers;
    }

    /** In the order of time. */
    List<Restart> restarts() {
        return restarts;
    }

    private static boolean isOutlier(Claim before, Claim total, Optional<Claim> after) {
        return after.map(next -> isOutlier(before, total, next)).orElse(isRestart(before, total));
    }

    /**
     * It lies outside what the total before and the one after span, by more than those two are apart; or so far below
     * that it would be a new count, had the next not gone on as before.
     */
    private static boolean isOutlier(Claim before, Claim total, Claim after) {
        if (before.count().low() > after.count().high()) {
            return false;
        }
        long apart = Math.max(0, after.count().low() - before.count().low());
        return excess(total.count().low(), after.count().high()) > apart
                || excess(before.count().low(), total.count().high()) > apart
                || isRestart(before, total);
    }

    private static long excess(long low, long high) {
        return high == Count.OPEN ? 0 : low - high;
    }

    private static boolean isRestart(Claim before, Claim total) {
        long reached = before.count().low();
        return reached >= RESTART_FROM && total.count().high() < reached / RESTART_FALL;
    }
}
