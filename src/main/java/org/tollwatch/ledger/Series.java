package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One claimant's running total from one origin, read as a doctor reads a chart: which figure only repeats another, which is
 * a slip, and where the count began anew. Each judgement needs only the figures beside it, so that one more figure changes
 * little.
 */
final class Series {

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

    private static final Comparator<Claim> BY_PUBLICATION = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.period().to())
            .thenComparing(Claim::id);

    private static final Comparator<Claim> FRESHEST_LAST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id);

    private final NavigableSet<Claim> published = new TreeSet<>(BY_PUBLICATION);
    private final NavigableSet<Claim> news = new TreeSet<>(BY_PUBLICATION);
    private final NavigableMap<Instant, NavigableSet<Claim>> line = new TreeMap<>();
    private final NavigableMap<Instant, Outlier> outliers = new TreeMap<>();
    private final NavigableMap<Instant, Restart> restarts = new TreeMap<>();

    /** The ends of totals about which something may be judged differently now. */
    private final NavigableSet<Instant> changed = new TreeSet<>();

    /** The ends of totals about which something else is told now. */
    private final Set<Instant> told = new HashSet<>();

    /** Totals that may have become a repeat, or news. */
    private final Set<Claim> flipped = new HashSet<>();

    void add(Claim total) {
        published.add(total);
        change(total, news.lower(total), true);
    }

    void remove(Claim total) {
        published.remove(total);
        if (news.contains(total)) {
            leave(total);
            changed.add(total.period().to());
            change(total, news.lower(total), false);
        }
    }

    /** Repeats are judged anew until one that was news stays news: from there on nothing is different. */
    private void change(Claim from, Claim latestBefore, boolean inclusive) {
        Claim latest = latestBefore;
        for (Claim total : published.tailSet(from, inclusive)) {
            boolean was = news.contains(total);
            boolean is = latest == null || !repeats(total, latest);
            if (is && !was) {
                enter(total);
            } else if (!is && was) {
                leave(total);
            }
            changed.add(total.period().to());
            flipped.add(total);
            if (outliers.containsKey(total.period().to())) {
                told.add(total.period().to());
            }
            if (is) {
                latest = total;
                if (was) {
                    break;
                }
            }
        }
        judge();
    }

    /**
     * A running total counts at its first publication. The same figure printed again later as "so far" is a repeat,
     * unless it states its own as-of date or corrects a figure given in between.
     */
    private static boolean repeats(Claim total, Claim latest) {
        return total.assumed()
                && total.count().equals(latest.count())
                && total.period().to().isAfter(latest.period().to());
    }

    private void enter(Claim total) {
        news.add(total);
        line.computeIfAbsent(total.period().to(), t -> new TreeSet<>(FRESHEST_LAST))
                .add(total);
    }

    private void leave(Claim total) {
        news.remove(total);
        NavigableSet<Claim> there = line.get(total.period().to());
        there.remove(total);
        if (there.isEmpty()) {
            line.remove(total.period().to());
        }
    }

    private void judge() {
        for (Instant end : List.copyOf(changed)) {
            around(end, line).forEach(this::judgeOutlier);
        }
        for (Instant end : List.copyOf(changed)) {
            judgeRestarts(end);
        }
    }

    private static Set<Instant> around(Instant end, NavigableMap<Instant, ?> keyed) {
        Set<Instant> around = new HashSet<>();
        around.add(end);
        Optional.ofNullable(keyed.lowerKey(end)).ifPresent(around::add);
        Optional.ofNullable(keyed.higherKey(end)).ifPresent(around::add);
        return around;
    }

    private void judgeOutlier(Instant end) {
        Outlier before = outliers.get(end);
        Outlier now = outlierAt(end).orElse(null);
        if (now == null ? before != null : !now.equals(before)) {
            if (now == null) {
                outliers.remove(end);
            } else {
                outliers.put(end, now);
            }
            changed.add(end);
            told.add(end);
        }
    }

    private Optional<Outlier> outlierAt(Instant end) {
        Map.Entry<Instant, NavigableSet<Claim>> before = line.lowerEntry(end);
        if (!line.containsKey(end) || before == null) {
            return Optional.empty();
        }
        Claim total = line.get(end).last();
        Optional<Claim> after =
                Optional.ofNullable(line.higherEntry(end)).map(e -> e.getValue().last());
        return isOutlier(before.getValue().last(), total, after)
                ? Optional.of(new Outlier(total, before.getValue().last(), after))
                : Optional.empty();
    }

    /** From the sound total before to the one after; what lies between is judged by pairs. */
    private void judgeRestarts(Instant end) {
        Instant first = lowerSound(end).orElse(end);
        Instant last = higherSound(end).orElse(end);
        NavigableMap<Instant, Restart> now = new TreeMap<>();
        Instant at = sound(first) ? first : null;
        for (Instant next : line.subMap(first, false, last, true).keySet()) {
            if (sound(next)) {
                if (at != null) {
                    Claim before = line.get(at).last();
                    Claim after = line.get(next).last();
                    if (isRestart(before, after)) {
                        now.put(at, new Restart(before, after));
                    }
                }
                at = next;
            }
        }
        NavigableMap<Instant, Restart> held = restarts.subMap(first, true, last, false);
        if (!held.equals(now)) {
            changed.add(first);
            changed.addAll(line.subMap(first, false, phaseEnd(last), true).keySet());
            told.addAll(held.keySet());
            told.addAll(now.keySet());
            held.clear();
            restarts.putAll(now);
        }
    }

    /** Where the phase that a total belongs to ends: all of its totals are dated from where it began. */
    private Instant phaseEnd(Instant from) {
        Instant next = restarts.ceilingKey(from);
        return next == null ? line.isEmpty() ? from : max(from, line.lastKey()) : next;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private boolean sound(Instant end) {
        return line.containsKey(end) && !outliers.containsKey(end);
    }

    private Optional<Instant> lowerSound(Instant end) {
        Instant at = line.lowerKey(end);
        while (at != null && outliers.containsKey(at)) {
            at = line.lowerKey(at);
        }
        return Optional.ofNullable(at);
    }

    private Optional<Instant> higherSound(Instant end) {
        Instant at = line.higherKey(end);
        while (at != null && outliers.containsKey(at)) {
            at = line.higherKey(at);
        }
        return Optional.ofNullable(at);
    }

    /** All totals about which something may be judged differently since this was last asked. */
    Set<Claim> takeChanged() {
        flipped.retainAll(published);
        Set<Claim> claims = new HashSet<>(flipped);
        changed.forEach(end -> claims.addAll(at(end)));
        changed.clear();
        flipped.clear();
        return claims;
    }

    /** The ends of totals about which something else is told since this was last asked. */
    Set<Instant> takeTold() {
        Set<Instant> taken = Set.copyOf(told);
        told.clear();
        return taken;
    }

    boolean isRepeat(Claim total) {
        return published.contains(total) && !news.contains(total);
    }

    /** Also the same figure for the same time under another id. */
    Optional<Outlier> outlier(Claim total) {
        return Optional.ofNullable(outliers.get(total.period().to()))
                .filter(o -> o.total().count().equals(total.count()))
                .map(o -> new Outlier(total, o.before(), o.after()));
    }

    /** After a restart a total counts from the last total before it. */
    Claim rebased(Claim total) {
        Instant phase = restarts.lowerKey(total.period().to());
        return phase == null
                ? total
                : total.withPeriod(new Period(phase, total.period().to()));
    }

    /** Repeats and slips. */
    List<SetAside> setAside() {
        return published.stream()
                .flatMap(total -> isRepeat(total)
                        ? Stream.of(new SetAside(
                                total,
                                SetAside.Reason.REPEAT,
                                List.of(news.lower(total).id())))
                        : outlier(total).stream().map(Series::setAside))
                .toList();
    }

    private static SetAside setAside(Outlier slip) {
        List<String> beside = Stream.concat(Stream.of(slip.before()), slip.after().stream())
                .map(Claim::id)
                .toList();
        return new SetAside(slip.total(), SetAside.Reason.OUTLIER, beside);
    }

    /** The new counts that a window holds the beginning of, the latest first. */
    Stream<Restart> restarts(Period window) {
        return Stream.iterate(
                        restarts.lowerEntry(window.to()),
                        e -> e != null && !e.getKey().isBefore(window.from()),
                        e -> restarts.lowerEntry(e.getKey()))
                .map(Map.Entry::getValue);
    }

    /** The slips that end in a window, the latest first. */
    Stream<Outlier> outliers(Period window) {
        return ByEnd.latestFirst(outliers, window)
                .flatMap(o -> at(o.total().period().to()).stream().flatMap(total -> outlier(total).stream()));
    }

    private Set<Claim> at(Instant end) {
        return line.getOrDefault(end, new TreeSet<>(FRESHEST_LAST));
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
