package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that one claimant says of one scope, as constraints on one counting function. Adding up is never needed: the same
 * figure again changes nothing, and a running total competes with the days inside it.
 */
final class Account {

    private final String name;
    private final Side side;
    private final Bounds bounds;
    private final List<Claim> standing = new ArrayList<>();
    private final List<SetAside> aside = new ArrayList<>();
    private final Map<Instant, Instant> chains = new HashMap<>();

    /** @param claims at least one, all of the same account and scope, in any order */
    Account(List<Claim> claims) {
        name = claims.get(0).account();
        side = claims.stream().map(Claim::side).min(Comparator.naturalOrder()).orElseThrow();
        bounds = new Bounds(Bounds.momentsOf(claims));
        List<Claim> repeats = Admission.repeats(claims);
        repeats.forEach(c -> aside.add(new SetAside(c, SetAside.Reason.REPEAT)));
        Incidents incidents = new Incidents(
                claims.stream().filter(c -> c.extent() == Extent.PART).toList());
        for (Claim claim : Admission.ordered(claims)) {
            if (!repeats.contains(claim)) {
                admit(claim, incidents);
            }
        }
    }

    private void admit(Claim claim, Incidents incidents) {
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
            aside.add(new SetAside(claim, SetAside.Reason.CONTRADICTED));
        }
    }

    String name() {
        return name;
    }

    List<SetAside> setAside() {
        return List.copyOf(aside);
    }

    /** What the account says of a window; empty when it says nothing. */
    Optional<View> view(Period window) {
        List<Claim> days = daysAgainstTotals(window);
        if (!days.isEmpty()) {
            Count sum = days.stream().map(Claim::count).reduce(Count::plus).orElseThrow();
            return Optional.of(new View(name, side, sum.low(), sum.best(), sum.high(), true));
        }
        boolean covers = covers(window);
        long low = bounds.low(window);
        long high = covers ? bounds.high(window) : Count.OPEN;
        if (low == 0 && high == Count.OPEN) {
            return Optional.empty();
        }
        long best = newest(window).map(c -> c.count().best()).orElse(low);
        return Optional.of(new View(name, side, low, Math.max(low, Math.min(best, high)), high, covers));
    }

    /** The first publication of the newest claim that the view of a window rests on. */
    Instant newestPublication(Period window) {
        return newest(window)
                .map(Claim::publishedAt)
                .or(() -> support(window).stream().map(Claim::publishedAt).max(Comparator.naturalOrder()))
                .orElse(Instant.MIN);
    }

    /** The claims a view of the window rests on: those inside it, and those whose bounds reach into it. */
    List<Claim> support(Period window) {
        List<Claim> days = daysAgainstTotals(window);
        if (!days.isEmpty()) {
            return days;
        }
        Set<Period> witnesses = bounds.witnesses(window, covers(window));
        return standing.stream()
                .filter(c -> window.contains(c.period())
                        || witnesses.stream().anyMatch(w -> w.equals(c.period()) || isInside(c, w)))
                .toList();
    }

    private static boolean isInside(Claim part, Period stretch) {
        return part.extent() == Extent.PART && stretch.contains(part.period());
    }

    private Optional<Claim> newest(Period window) {
        return standing.stream()
                .filter(c -> c.extent() == Extent.WHOLE && c.period().equals(window))
                .max(Comparator.comparing(Claim::publishedAt)
                        .thenComparing(c -> c.count().low())
                        .thenComparing(Claim::id, Comparator.reverseOrder()));
    }

    /**
     * A window tiled by the account's own day figures reads their sum, even where its totals disagree: a late lump of
     * old deaths moves the total, not the day. A window from a total's origin reads that total.
     *
     * @return the days, in order; empty when there are gaps, or when none of them disagrees with the totals
     */
    private List<Claim> daysAgainstTotals(Period window) {
        if (aside.isEmpty() || newest(window).isPresent()) {
            return List.of();
        }
        List<Claim> contradicted = aside.stream()
                .filter(a -> a.reason() == SetAside.Reason.CONTRADICTED)
                .map(SetAside::claim)
                .toList();
        Map<Instant, Claim> byStart = new HashMap<>();
        Stream.concat(standing.stream(), contradicted.stream())
                .filter(c -> c.extent() == Extent.WHOLE && !Admission.isTotal(c) && window.contains(c.period()))
                .forEach(c -> byStart.merge(c.period().from(), c, Account::fresher));
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
}
