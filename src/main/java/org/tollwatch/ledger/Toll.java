package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one claimant says of a count that never falls, as constraints on one counting function. Adding up is never needed:
 * the same figure again changes nothing, and a running total competes with the days inside it.
 */
final class Toll implements Account, Standing.Watcher {

    private static final Comparator<Claim> FRESHEST_LAST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id, Comparator.reverseOrder());

    private final String name;
    private final Map<Side, Integer> sides = new EnumMap<>(Side.class);
    private final Touched touched = new Touched();
    private final Register register = new Register(touched);
    private final Map<Instant, Series> series = new TreeMap<>();
    private final Map<String, Claim> examined = new HashMap<>();
    private final Origins origins = new Origins();
    private final Standing standing = new Standing(this);
    private final Map<Period, NavigableSet<Claim>> wholes = new HashMap<>();
    private final Map<Instant, ByEnd> lines = new TreeMap<>();
    private final Newest newest = new Newest();
    private final Days days = new Days();
    private final ByEnd aside = new ByEnd();
    private long[] ties = {};
    /** What was last asked: who reads a window asks several things of it. */
    private Period asked;

    private Optional<Heard> answered = Optional.empty();

    Toll(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void add(Claim claim) {
        asked = null;
        count(claim.side(), 1);
        if (claim.extent() == Extent.LISTED) {
            register.add(claim);
        } else if (Admission.isTotal(claim)) {
            Series line = series.computeIfAbsent(claim.period().from(), o -> new Series());
            line.add(claim);
            examine(line);
        } else {
            standing.put(claim, rank(claim));
            settle();
        }
    }

    @Override
    public void remove(Claim claim) {
        asked = null;
        count(claim.side(), -1);
        if (claim.extent() == Extent.LISTED) {
            register.remove(claim);
        } else if (Admission.isTotal(claim)) {
            Series line = series.get(claim.period().from());
            line.remove(claim);
            touched.touch(claim.period().to());
            examined(claim, Optional.empty());
            examine(line);
        } else {
            standing.drop(claim);
            settle();
        }
    }

    /** An account stands on one side; a claim that says another may move it for every window. */
    private void count(Side of, int more) {
        Optional<Side> before = sides.keySet().stream().findFirst();
        sides.merge(of, more, (a, b) -> a + b == 0 ? null : a + b);
        if (!before.equals(sides.keySet().stream().findFirst())) {
            touched.touchAll();
        }
    }

    private static int rank(Claim claim) {
        return claim.extent() == Extent.PART ? Admission.INCIDENT : Admission.OTHER_WHOLE;
    }

    /** Leaves out repeats and slips, and dates the totals of a new count from where it began. */
    private void examine(Series line) {
        Set<Claim> open = new HashSet<>();
        for (Claim total : line.takeChanged()) {
            boolean left = line.isRepeat(total) || line.outlier(total).isPresent();
            examined(total, left ? Optional.empty() : Optional.of(line.rebased(total)))
                    .ifPresent(open::add);
        }
        line.takeTold().forEach(touched::touch);
        open.addAll(origins.rerank());
        open.forEach(total -> standing.put(total, origins.rank(total)));
        settle();
    }

    /** @return what has to be admitted anew */
    private Optional<Claim> examined(Claim total, Optional<Claim> now) {
        Optional<Claim> before = Optional.ofNullable(examined.get(total.id()));
        if (before.equals(now)) {
            return Optional.empty();
        }
        before.ifPresent(b -> {
            standing.drop(b);
            origins.remove(b);
            examined.remove(b.id());
        });
        now.ifPresent(n -> {
            origins.add(n);
            examined.put(n.id(), n);
        });
        return now;
    }

    private void settle() {
        standing.settle();
        long[] now = standing.course().ties();
        if (!Arrays.equals(ties, now)) {
            ties = now;
            touched.touchAll();
        }
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

    @Override
    public Optional<Period> takeTouched() {
        return touched.take();
    }

    @Override
    public Optional<Heard> heard(Period window) {
        if (!window.equals(asked)) {
            answered = reckoned(window);
            asked = window;
        }
        return answered;
    }

    private Optional<Heard> reckoned(Period window) {
        Optional<Count> listed = register.sum(window);
        if (listed.isPresent()) {
            return Optional.of(heard(listed.get(), true, false, register.newest(window)));
        }
        Optional<Claim> stated = stated(window);
        boolean disputed = stated.isEmpty() && aside.endingIn(window).anyMatch(c -> isContradicted(c, window));
        List<Claim> tiles = disputed ? disputed(days.tiling(window)) : List.of();
        if (!tiles.isEmpty()) {
            Count sum = tiles.stream().map(Claim::count).reduce(Count::plus).orElseThrow();
            return Optional.of(heard(sum, true, false, tiles));
        }
        Between between = new Between(standing.course(), window);
        boolean covers = between.covers();
        long low = between.low();
        long high = covers ? between.high() : Count.OPEN;
        List<Claim> lumps = startsASeries(window) ? List.of() : lumps(window);
        for (Claim day : lumps) {
            long more = step(day).low() - day.count().best();
            low = Math.max(0, low - Math.max(0, more));
            high = high == Count.OPEN ? high : high + Math.max(0, -more);
        }
        if (low == 0 && high == Count.OPEN) {
            return Optional.empty();
        }
        long best = stated.map(c -> c.count().best()).orElseGet(between::best);
        Count count = new Count(low, Math.max(low, Math.min(best, high)), high);
        Heard heard = heard(count, covers, !lumps.isEmpty(), support(window));
        return Optional.of(stated.map(c -> new Heard(heard.view(), c.publishedAt(), heard.adjusted(), heard.claims()))
                .orElse(heard));
    }

    private Heard heard(Count count, boolean covers, boolean adjusted, List<Claim> support) {
        View view = new View(name, side(), count.low(), count.best(), count.high(), covers);
        return new Heard(view, Heard.latest(support), adjusted, Heard.newest(support));
    }

    /** Days that the totals do not dispute are known from the totals as well. */
    private List<Claim> disputed(List<Claim> tiles) {
        return tiles.stream().allMatch(standing::stands) ? List.of() : tiles;
    }

    private Side side() {
        return sides.keySet().iterator().next();
    }

    /** The figures for a time that ends in the window; where there are none, those beside it. */
    private List<Claim> support(Period window) {
        List<Claim> inside = newest.endingIn(window, Tally.MOST_CLAIMS);
        return inside.isEmpty() ? newest.around(window) : inside;
    }

    /** The newest standing figure of exactly this period. */
    private Optional<Claim> stated(Period window) {
        return Optional.ofNullable(wholes.get(window)).map(NavigableSet::last);
    }

    /** A window from a total's origin reads the total, old losses and all. */
    private boolean startsASeries(Period window) {
        return lines.containsKey(window.from());
    }

    private Between step(Claim day) {
        return new Between(standing.course(), day.period());
    }

    private boolean isContradicted(Claim day, Period window) {
        return day.extent() == Extent.WHOLE && !Admission.isTotal(day) && window.contains(day.period());
    }

    /** Figures of days inside the window that a step of the totals contradicts, none overlapping another. */
    private List<Claim> lumps(Period window) {
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
    public List<Finding> findings(Period window) {
        return new Chart(name, standing.course(), series.values(), lines, aside).findings(window, heard(window));
    }

    @Override
    public List<SetAside> setAside() {
        Chart chart = new Chart(name, standing.course(), series.values(), lines, aside);
        List<SetAside> all = new ArrayList<>();
        aside.all().map(claim -> setAside(claim, chart)).forEach(all::add);
        series.values().forEach(line -> all.addAll(line.setAside()));
        return all;
    }

    private SetAside setAside(Claim claim, Chart chart) {
        return chart.revisedBy(claim)
                .map(by -> new SetAside(claim, SetAside.Reason.REVISED, List.of(by.id())))
                .orElseGet(() -> new SetAside(
                        claim,
                        SetAside.Reason.CONTRADICTED,
                        standing.against(claim).stream().map(Claim::id).sorted().toList()));
    }

    @Override
    public Evidence evidence(Period window) {
        if (register.sum(window).isPresent()) {
            return register.evidence(window);
        }
        Optional<View> view = heard(window).map(Heard::view);
        if (view.isEmpty()) {
            return Evidence.ofAll(List.of());
        }
        boolean disputed = stated(window).isEmpty() && aside.endingIn(window).anyMatch(c -> isContradicted(c, window));
        List<Claim> tiles = disputed ? disputed(days.tiling(window)) : List.of();
        if (!tiles.isEmpty()) {
            return Evidence.ofAll(tiles);
        }
        Witnesses witnesses = new Witnesses(view.get(), window, standing.course());
        return witnesses.evidence(
                stated(window),
                startsASeries(window) ? List.of() : lumps(window),
                newest.endingIn(window, Integer.MAX_VALUE),
                wholes.values().stream().map(NavigableSet::last).toList());
    }
}
