package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Finds the claims behind an account's view of a window: which of those that stand give its low, its best and its high. */
final class Witnesses {

    private static final Comparator<Claim> LARGER = Comparator.<Claim>comparingLong(
                    c -> c.count().low())
            .thenComparingLong(c -> c.count().best())
            .thenComparing(Claim::publishedAt)
            .thenComparing(Claim::id, Comparator.reverseOrder());

    private final View view;
    private final Period window;
    private final Course course;

    /** @param view what the account says of the window by its course */
    Witnesses(View view, Period window, Course course) {
        this.view = view;
        this.window = window;
        this.course = course;
    }

    /**
     * @param stated the figure for exactly the window, where there is one
     * @param lumps the days that the totals contradict, and by which the view is adjusted
     * @param inside what stands and ends in the window
     * @param wholes what stands and is the whole of its period
     */
    Evidence evidence(Optional<Claim> stated, List<Claim> lumps, List<Claim> inside, List<Claim> wholes) {
        Between between = new Between(course, window);
        List<Claim> low = new ArrayList<>(view.low() == 0 ? List.of() : Trail.of(course, between, true));
        List<Claim> high = new ArrayList<>(view.high() == Count.OPEN ? List.of() : Trail.of(course, between, false));
        low.addAll(lumps);
        high.addAll(lumps);
        List<Claim> best = stated.map(List::of)
                .orElseGet(() -> view.best() == view.low()
                        ? low
                        : chain(inside.stream()
                                .filter(c -> window.contains(c.period()))
                                .toList()));
        return new Evidence(low, best, high, view.covers() ? joining(wholes) : List.of());
    }

    private static long sum(List<Claim> claims, ToLongFunction<Count> column) {
        return claims.stream().mapToLong(c -> column.applyAsLong(c.count())).sum();
    }

    /** The incidents inside a period that add up: of each the larger, and nothing without a key beside those with one. */
    private static List<Claim> counting(List<Claim> claims, Period stretch, ToLongFunction<Count> column) {
        Map<Period, Map<String, Claim>> byPeriod = new LinkedHashMap<>();
        claims.stream()
                .filter(c -> c.extent() == Extent.PART && stretch.contains(c.period()))
                .forEach(c -> byPeriod.computeIfAbsent(c.period(), p -> new TreeMap<>())
                        .merge(c.incident(), c, (a, b) -> LARGER.compare(a, b) >= 0 ? a : b));
        List<Claim> counting = new ArrayList<>();
        for (Map<String, Claim> keyed : byPeriod.values()) {
            Claim unnamed = keyed.remove("");
            List<Claim> named = List.copyOf(keyed.values());
            boolean one = unnamed != null && column.applyAsLong(unnamed.count()) > sum(named, column);
            counting.addAll(one ? List.of(unnamed) : named);
        }
        counting.removeIf(c -> column.applyAsLong(c.count()) == 0);
        return counting;
    }

    /**
     * The claims inside the window whose bests, one after the other, add up to its best; all those inside it where no such
     * chain is found.
     */
    private List<Claim> chain(List<Claim> inside) {
        Map<Period, List<Claim>> links = new HashMap<>();
        for (Claim claim : inside) {
            List<Claim> link =
                    claim.extent() == Extent.PART ? counting(inside, claim.period(), Count::best) : List.of(claim);
            links.merge(claim.period(), link, (a, b) -> sum(a, Count::best) >= sum(b, Count::best) ? a : b);
        }
        TreeMap<Instant, List<Claim>> reached = new TreeMap<>(Map.of(window.from(), List.of()));
        links.entrySet().stream()
                .sorted(Comparator.comparing(link -> link.getKey().to()))
                .forEach(link -> {
                    List<Claim> chain = new ArrayList<>(
                            reached.floorEntry(link.getKey().from()).getValue());
                    chain.addAll(link.getValue());
                    List<Claim> last = reached.lastEntry().getValue();
                    reached.put(link.getKey().to(), sum(chain, Count::best) >= sum(last, Count::best) ? chain : last);
                });
        List<Claim> longest = reached.lastEntry().getValue();
        return sum(longest, Count::best) == view.best()
                ? longest
                : inside.stream().filter(c -> c.count().best() > 0).toList();
    }

    /** The fewest figures of a whole that join the ends of the window; none where nothing joins them. */
    private List<Claim> joining(List<Claim> wholes) {
        Map<Instant, List<Claim>> at = new HashMap<>();
        for (Claim claim : wholes) {
            at.computeIfAbsent(claim.period().from(), t -> new ArrayList<>()).add(claim);
            at.computeIfAbsent(claim.period().to(), t -> new ArrayList<>()).add(claim);
        }
        Map<Instant, List<Claim>> ways = new HashMap<>(Map.of(window.from(), List.of()));
        Deque<Instant> open = new ArrayDeque<>(List.of(window.from()));
        while (!open.isEmpty() && !ways.containsKey(window.to())) {
            Instant here = open.remove();
            for (Claim claim : at.getOrDefault(here, List.of())) {
                Period period = claim.period();
                Instant there = period.from().equals(here) ? period.to() : period.from();
                if (!ways.containsKey(there)) {
                    List<Claim> way = new ArrayList<>(ways.get(here));
                    way.add(claim);
                    ways.put(there, way);
                    open.add(there);
                }
            }
        }
        return ways.getOrDefault(window.to(), List.of());
    }
}
