package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.BiConsumer;

/**
 * What incidents add up to over every stretch between the moments of a cluster: distinct incidents inside a stretch add
 * up, even where their periods overlap. Only sums that say more than those of the stretches inside are told.
 */
final class PartSums {

    /** A sum, and the incidents it is made of. */
    record Sum(long low, long best, Collection<Parts> of) {

        List<Claim> said() {
            return of.stream().flatMap(parts -> parts.said().stream()).toList();
        }
    }

    /** Parts with the tightest moments around them. */
    private record Placed(int from, int to, Parts parts) {}

    private final Bounds bounds;
    private final List<Placed> placed = new ArrayList<>();

    PartSums(NavigableMap<Period, Parts> byPeriod, Bounds bounds) {
        this.bounds = bounds;
        byPeriod.forEach((period, parts) -> placed.add(new Placed(floor(period.from()), ceiling(period.to()), parts)));
        placed.sort((a, b) -> a.from != b.from ? Integer.compare(a.from, b.from) : Integer.compare(a.to, b.to));
    }

    void forEach(BiConsumer<Period, Sum> action) {
        List<Placed> group = new ArrayList<>();
        int end = -1;
        for (Placed next : placed) {
            if (!group.isEmpty() && next.from >= end) {
                tell(group, end, action);
                group.clear();
            }
            group.add(next);
            end = Math.max(end, next.to);
        }
        if (!group.isEmpty()) {
            tell(group, end, action);
        }
    }

    /** Parts that overlap as seen from the moments around them. */
    private void tell(List<Placed> group, int end, BiConsumer<Period, Sum> action) {
        int start = group.get(0).from;
        int n = end - start + 1;
        long[][] lows = new long[n][n];
        long[][] bests = new long[n][n];
        for (Placed part : group) {
            lows[part.from - start][part.to - start] += part.parts.low();
            bests[part.from - start][part.to - start] += part.parts.best();
        }
        for (int length = 1; length < n; length++) {
            for (int i = 0; i + length < n; i++) {
                int j = i + length;
                lows[i][j] += inner(lows, i, j);
                bests[i][j] += inner(bests, i, j);
                boolean more = lows[i][j] > Math.max(at(lows, i + 1, j), at(lows, i, j - 1))
                        || bests[i][j] > Math.max(at(bests, i + 1, j), at(bests, i, j - 1));
                if (more) {
                    action.accept(
                            new Period(bounds.time(start + i), bounds.time(start + j)),
                            new Sum(lows[i][j], bests[i][j], inside(group, start + i, start + j)));
                }
            }
        }
    }

    private static long inner(long[][] sums, int i, int j) {
        return at(sums, i + 1, j) + at(sums, i, j - 1) - at(sums, i + 1, j - 1);
    }

    private static long at(long[][] sums, int i, int j) {
        return i < j ? sums[i][j] : 0;
    }

    private static List<Parts> inside(List<Placed> group, int from, int to) {
        return group.stream()
                .filter(p -> p.from >= from && p.to <= to)
                .map(Placed::parts)
                .toList();
    }

    private int floor(Instant moment) {
        return bounds.floor(moment);
    }

    private int ceiling(Instant moment) {
        return bounds.ceiling(moment);
    }
}
