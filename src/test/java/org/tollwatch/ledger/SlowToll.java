package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * What one claimant says of a count that never falls, as constraints on one counting function. Adding up is never needed:
 * the same figure again changes nothing, and a running total competes with the days inside it.
 */
final class SlowToll {

    private final String name;
    private final Side side;
    private final SlowBounds bounds;
    private final SlowRegister register;
    private final List<Claim> standing = new ArrayList<>();
    private final List<SetAside> aside = new ArrayList<>();
    private final List<SlowSeries> series = new ArrayList<>();
    private final SlowIncidents incidents;
    private final Map<Instant, Instant> chains = new HashMap<>();

    /** @param claims at least one, all of the same account and scope, in any order; no retractions */
    SlowToll(List<Claim> claims) {
        name = claims.get(0).account();
        side = claims.stream().map(Claim::side).min(Comparator.naturalOrder()).orElseThrow();
        register = new SlowRegister(
                claims.stream().filter(c -> c.extent() == Extent.LISTED).toList());
        List<Claim> examined =
                examine(claims.stream().filter(c -> c.extent() != Extent.LISTED).toList());
        bounds = new SlowBounds(SlowBounds.momentsOf(examined));
        incidents = new SlowIncidents(
                examined.stream().filter(c -> c.extent() == Extent.PART).toList());
        SlowAdmission.ordered(examined).forEach(this::admit);
    }

    /** Leaves out repeats and slips, and dates the totals of a new count from where it began. */
    private List<Claim> examine(List<Claim> claims) {
        Set<Claim> out = new HashSet<>(SlowAdmission.repeats(claims));
        out.forEach(c -> aside.add(new SetAside(c, SetAside.Reason.REPEAT, List.of())));
        Map<Instant, List<Claim>> byOrigin = new LinkedHashMap<>();
        claims.stream()
                .filter(c -> Admission.isTotal(c) && !out.contains(c))
                .forEach(c -> byOrigin.computeIfAbsent(c.period().from(), o -> new ArrayList<>())
                        .add(c));
        Map<Instant, NavigableSet<Instant>> phases = new HashMap<>();
        byOrigin.forEach((origin, totals) -> {
            SlowSeries line = new SlowSeries(totals);
            series.add(line);
            line.outliers().forEach(o -> {
                out.add(o.total());
                aside.add(new SetAside(o.total(), SetAside.Reason.OUTLIER, List.of()));
            });
            line.restarts()
                    .forEach(r -> phases.computeIfAbsent(origin, o -> new TreeSet<>())
                            .add(r.last().period().to()));
        });
        return claims.stream()
                .filter(c -> !out.contains(c))
                .map(c -> Admission.isTotal(c) ? rebased(c, phases) : c)
                .toList();
    }

    /** After a restart a total counts from the last total before it. */
    private static Claim rebased(Claim total, Map<Instant, NavigableSet<Instant>> phases) {
        NavigableSet<Instant> begun = phases.getOrDefault(total.period().from(), new TreeSet<>());
        Instant phase = begun.lower(total.period().to());
        return phase == null
                ? total
                : total.withPeriod(new Period(phase, total.period().to()));
    }

    private void admit(Claim claim) {
        if (claim.extent() == Extent.PART) {
            keep(claim, incidents.admit(claim, bounds));
            return;
        }
        Count count = claim.count();
        boolean agrees = bounds.agrees(claim.period(), count.low(), count.high());
        if (agrees) {
            bounds.add(claim.period(), count.low(), count.high());
            chains.put(chainOf(claim.period().from()), chainOf(claim.period().to()));
        }
        keep(claim, agrees);
    }

    private void keep(Claim claim, boolean agrees) {
        if (agrees) {
            standing.add(claim);
        } else {
            aside.add(new SetAside(claim, SetAside.Reason.CONTRADICTED, List.of()));
        }
    }

    public String name() {
        return name;
    }

    public List<SetAside> setAside() {
        return aside.stream()
                .map(a -> a.reason() == SetAside.Reason.CONTRADICTED
                                && revisedBy(a.claim()).isPresent()
                        ? new SetAside(a.claim(), SetAside.Reason.REVISED, List.of())
                        : a)
                .toList();
    }

    public Optional<Heard> heard(Period window) {
        Optional<Count> listed = register.sum(window);
        if (listed.isPresent()) {
            return Optional.of(heard(listed.get(), true, false, support(register.all(), window)));
        }
        List<Claim> days = daysAgainstTotals(window);
        if (!days.isEmpty()) {
            Count sum = days.stream().map(Claim::count).reduce(Count::plus).orElseThrow();
            return Optional.of(heard(sum, true, false, days));
        }
        boolean covers = covers(window);
        long low = bounds.low(window);
        long high = covers ? bounds.high(window) : Count.OPEN;
        boolean adjusted = false;
        if (!startsASeries(window)) {
            for (Claim day : contradictedDays(window)) {
                long more = step(day) - day.count().best();
                adjusted = true;
                low = Math.max(0, low - Math.max(0, more));
                high = high == Count.OPEN ? high : high + Math.max(0, -more);
            }
        }
        if (low == 0 && high == Count.OPEN) {
            return Optional.empty();
        }
        Optional<Claim> newest = newest(window);
        long best = newest.map(c -> c.count().best()).orElseGet(() -> bestPath(window));
        Count count = new Count(low, Math.max(low, Math.min(best, high)), high);
        List<Claim> support = support(standing, window);
        Heard heard = heard(count, covers, adjusted, support);
        return Optional.of(newest.map(c -> new Heard(heard.view(), c.publishedAt(), heard.adjusted(), heard.claims()))
                .orElse(heard));
    }

    private Heard heard(Count count, boolean covers, boolean adjusted, List<Claim> support) {
        View view = new View(name, side, count.low(), count.best(), count.high(), covers);
        return new Heard(view, Heard.latest(support), adjusted, Heard.newest(support));
    }

    /** The figures for a time that ends in the window; where there are none, those beside it. */
    private static List<Claim> support(List<Claim> claims, Period window) {
        List<Claim> inside = claims.stream()
                .filter(c -> endsIn(c, window))
                .filter(c -> c.extent() != Extent.PART || window.contains(c.period()))
                .toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        Optional<Instant> before = claims.stream()
                .map(c -> c.period().to())
                .filter(t -> !t.isAfter(window.from()))
                .max(Comparator.naturalOrder());
        Optional<Instant> after = claims.stream()
                .map(c -> c.period().to())
                .filter(t -> !t.isBefore(window.to()))
                .min(Comparator.naturalOrder());
        return claims.stream()
                .filter(c -> before.filter(c.period().to()::equals).isPresent()
                        || after.filter(c.period().to()::equals).isPresent())
                .toList();
    }

    private Optional<Claim> newest(Period window) {
        return standing.stream()
                .filter(c -> c.extent() == Extent.WHOLE && c.period().equals(window))
                .max(Comparator.comparing(Claim::publishedAt)
                        .thenComparing(c -> c.count().low())
                        .thenComparing(Claim::id, Comparator.reverseOrder()));
    }

    /** What the figures inside the window add up to by their bests: the longest chain of them, one after the other. */
    private long bestPath(Period window) {
        TreeMap<Instant, Long> reached = new TreeMap<>();
        reached.put(window.from(), 0L);
        Stream<Map.Entry<Period, Long>> wholes = standing.stream()
                .filter(c -> c.extent() == Extent.WHOLE)
                .map(c -> Map.entry(c.period(), c.count().best()));
        Stream.concat(wholes, incidents.bests())
                .filter(edge -> window.contains(edge.getKey()))
                .sorted(Comparator.comparing(edge -> edge.getKey().to()))
                .forEach(edge -> {
                    long to = reached.floorEntry(edge.getKey().from()).getValue() + edge.getValue();
                    reached.merge(
                            edge.getKey().to(), Math.max(to, reached.lastEntry().getValue()), Math::max);
                });
        return reached.lastEntry().getValue();
    }

    /** A window from a total's origin reads the total, old losses and all. */
    private boolean startsASeries(Period window) {
        return standing.stream()
                .anyMatch(c -> Admission.isTotal(c) && c.period().from().equals(window.from()));
    }

    /**
     * A window tiled by the account's own day figures reads their sum, even where its totals disagree: a late lump of
     * old deaths moves the total, not the day. A window from a total's origin reads that total.
     *
     * @return the days, in order; empty when there are gaps, or when none of them disagrees with the totals
     */
    private List<Claim> daysAgainstTotals(Period window) {
        List<Claim> contradicted = contradicted().stream()
                .filter(c -> !Admission.isTotal(c) && c.extent() == Extent.WHOLE)
                .toList();
        if (contradicted.isEmpty() || newest(window).isPresent()) {
            return List.of();
        }
        Map<Instant, Claim> byStart = new HashMap<>();
        Stream.concat(standing.stream(), contradicted.stream())
                .filter(c -> c.extent() == Extent.WHOLE && !Admission.isTotal(c) && window.contains(c.period()))
                .forEach(c -> byStart.merge(c.period().from(), c, SlowToll::fresher));
        List<Claim> days = new ArrayList<>();
        for (Instant at = window.from();
                at.isBefore(window.to());
                at = days.get(days.size() - 1).period().to()) {
            Claim day = byStart.get(at);
            if (day == null) {
                return List.of();
            }
            days.add(day);
        }
        return days.stream().anyMatch(contradicted::contains) ? days : List.of();
    }

    private static Claim fresher(Claim a, Claim b) {
        int order = a.publishedAt().compareTo(b.publishedAt());
        return order > 0 || order == 0 && a.id().compareTo(b.id()) < 0 ? a : b;
    }

    private List<Claim> contradicted() {
        return aside.stream()
                .filter(a -> a.reason() == SetAside.Reason.CONTRADICTED)
                .map(SetAside::claim)
                .toList();
    }

    /** Figures of days inside the window that a step of the totals contradicts, none overlapping another. */
    private List<Claim> contradictedDays(Period window) {
        Map<Instant, Claim> byStart = new TreeMap<>();
        contradicted().stream()
                .filter(c -> c.extent() == Extent.WHOLE
                        && !Admission.isTotal(c)
                        && window.contains(c.period())
                        && bounds.low(c.period()) == bounds.high(c.period()))
                .forEach(c -> byStart.merge(c.period().from(), c, SlowToll::fresher));
        List<Claim> days = new ArrayList<>();
        for (Claim day : byStart.values()) {
            if (days.isEmpty()
                    || !day.period()
                            .from()
                            .isBefore(days.get(days.size() - 1).period().to())) {
                days.add(day);
            }
        }
        return days;
    }

    /** By how much the totals move over a day. */
    private long step(Claim day) {
        return bounds.low(day.period());
    }

    private boolean covers(Period window) {
        return chains.containsKey(window.from())
                && chains.containsKey(window.to())
                && chainOf(window.from()).equals(chainOf(window.to()));
    }

    private Instant chainOf(Instant moment) {
        Instant at = moment;
        for (Instant next = chains.putIfAbsent(at, at); next != null && !next.equals(at); next = chains.get(at)) {
            at = next;
        }
        return at;
    }

    // ---- findings

    private static final Duration LONGER_THAN_A_DAY = Duration.ofHours(36);

    public List<Finding> findings(Period window) {
        List<Finding> found = new ArrayList<>();
        for (SlowSeries line : series) {
            line.outliers().stream()
                    .filter(o -> endsIn(o.total(), window))
                    .forEach(o -> found.add(finding(
                            Finding.Kind.OUTLIER,
                            o.total().period(),
                            o.total(),
                            o.after().orElse(o.before()))));
            line.restarts().stream()
                    .filter(r -> contains(window, r.last().period().to()))
                    .forEach(r -> found.add(finding(
                            Finding.Kind.RESTART,
                            new Period(
                                    r.last().period().to(), r.first().period().to()),
                            r.last(),
                            r.first())));
        }
        for (Claim total : contradicted()) {
            if (endsIn(total, window)) {
                revisedBy(total)
                        .filter(by -> Chart.isUnusual(total, by))
                        .ifPresent(by -> found.add(revision(total, by)));
            }
        }
        contradicted().stream()
                .filter(c -> c.extent() == Extent.WHOLE
                        && !Admission.isTotal(c)
                        && window.contains(c.period())
                        && bounds.low(c.period()) == bounds.high(c.period()))
                .forEach(day -> found.add(adjustment(day)));
        found.addAll(skipped(window));
        return SlowPart.newestFindings(Stream.of(found));
    }

    private Finding revision(Claim total, Claim by) {
        boolean basis = Math.abs(total.count().best() - by.count().best())
                >= Math.max(LEAST_BASIS, total.count().best() / BASIS_SHARE);
        return finding(basis ? Finding.Kind.BASIS_CHANGE : Finding.Kind.REVISION, total.period(), total, by);
    }

    /** A tenth of a count; in small counts everything is a tenth. */
    private static final long BASIS_SHARE = 10;

    private static final long LEAST_BASIS = 10;

    private Finding adjustment(Claim day) {
        long moved = step(day);
        Finding.Kind kind = moved > day.count().best() ? Finding.Kind.LATE_LUMP : Finding.Kind.REVISION;
        return new Finding(kind, name, day.period(), day.count().best(), moved, List.of(day.id()));
    }

    private Finding finding(Finding.Kind kind, Period period, Claim before, Claim after) {
        return new Finding(
                kind, name, period, before.count().best(), after.count().best(), List.of(before.id(), after.id()));
    }

    /** The nearest total of the same count that says otherwise. */
    private Optional<Claim> revisedBy(Claim total) {
        if (!Admission.isTotal(total)) {
            return Optional.empty();
        }
        List<Claim> line = standing.stream()
                .filter(c -> Admission.isTotal(c)
                        && c.period().from().equals(total.period().from()))
                .toList();
        Comparator<Claim> byEnd = Comparator.comparing(c -> c.period().to());
        Optional<Claim> after = line.stream()
                .filter(c -> !c.period().to().isBefore(total.period().to()))
                .min(byEnd.thenComparing(ByEnd.FRESHEST_LAST.reversed()))
                .filter(c -> c.count().high() < total.count().low());
        return after.or(() -> line.stream()
                .filter(c -> !c.period().to().isAfter(total.period().to()))
                .max(byEnd.thenComparing(ByEnd.FRESHEST_LAST))
                .filter(c -> c.count().low() > total.count().high()));
    }

    /** Steps of the totals, and figures of more than a day, that reach over an end of a window without a figure of its own. */
    private Set<Finding> skipped(Period window) {
        Set<Finding> skipped = new LinkedHashSet<>();
        if (heard(window).filter(h -> h.view().low() < h.view().high()).isEmpty()) {
            return skipped;
        }
        for (Instant end : List.of(window.from(), window.to())) {
            standing.stream()
                    .filter(c -> c.extent() == Extent.WHOLE && !Admission.isTotal(c) && reachesOver(c.period(), end))
                    .forEach(c -> skipped.add(skipped(c.period(), c.count().best(), c)));
            Map<Instant, NavigableMap<Instant, Claim>> lines = new TreeMap<>();
            standing.stream()
                    .filter(Admission::isTotal)
                    .forEach(c -> lines.computeIfAbsent(c.period().from(), o -> new TreeMap<>())
                            .merge(c.period().to(), c, SlowToll::fresher));
            lines.values().forEach(line -> {
                Map.Entry<Instant, Claim> before = line.floorEntry(end);
                Map.Entry<Instant, Claim> after = line.ceilingEntry(end);
                if (before != null && after != null && !before.equals(after)) {
                    Period step = new Period(before.getKey(), after.getKey());
                    if (reachesOver(step, end)) {
                        long counted = after.getValue().count().best()
                                - before.getValue().count().best();
                        skipped.add(skipped(step, Math.max(0, counted), after.getValue()));
                    }
                }
            });
        }
        return skipped;
    }

    private Finding skipped(Period step, long counted, Claim claim) {
        return new Finding(Finding.Kind.SKIPPED_DAYS, name, step, 0, counted, List.of(claim.id()));
    }

    private static boolean reachesOver(Period period, Instant moment) {
        return moment.isAfter(period.from())
                && moment.isBefore(period.to())
                && Duration.between(period.from(), period.to()).compareTo(LONGER_THAN_A_DAY) > 0;
    }

    private static boolean endsIn(Claim claim, Period window) {
        return claim.period().to().isAfter(window.from())
                && !claim.period().to().isAfter(window.to());
    }

    private static boolean contains(Period window, Instant moment) {
        return !moment.isBefore(window.from()) && moment.isBefore(window.to());
    }
}
