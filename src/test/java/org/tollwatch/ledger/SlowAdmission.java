package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the claims of one account are admitted. The order and its ties are part of the method: totals from
 * the series' origin, then other WHOLE claims, then PART claims; within a rank the later published first; then the later
 * period end, the longer period, the higher low, the id.
 */
final class SlowAdmission {

    private static final Comparator<Claim> WITHIN_RANK = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.period().to())
            .thenComparing(c -> Duration.between(c.period().from(), c.period().to()))
            .thenComparing(c -> c.count().low())
            .reversed()
            .thenComparing(Claim::id);

    private SlowAdmission() {}

    static List<Claim> ordered(List<Claim> claims) {
        List<Claim> totals = claims.stream().filter(Admission::isTotal).toList();
        Map<Claim, Integer> ranks = new HashMap<>();
        for (Claim claim : claims) {
            ranks.put(claim, rank(claim, totals));
        }
        return claims.stream()
                .sorted(Comparator.<Claim>comparingInt(ranks::get).thenComparing(WITHIN_RANK))
                .toList();
    }

    /**
     * A running total counts at its first publication. The same figure printed again later as "so far" is a repeat,
     * unless it states its own as-of date or corrects a figure given in between.
     */
    static List<Claim> repeats(List<Claim> claims) {
        List<Claim> totals = claims.stream()
                .filter(Admission::isTotal)
                .sorted(Comparator.comparing(Claim::publishedAt)
                        .thenComparing(c -> c.period().to())
                        .thenComparing(Claim::id))
                .toList();
        Map<Instant, Claim> latest = new HashMap<>();
        List<Claim> repeats = new ArrayList<>();
        for (Claim total : totals) {
            Claim before = latest.get(total.period().from());
            if (before != null
                    && total.assumed()
                    && total.count().equals(before.count())
                    && total.period().to().isAfter(before.period().to())) {
                repeats.add(total);
            } else {
                latest.put(total.period().from(), total);
            }
        }
        return repeats;
    }

    private static int rank(Claim claim, List<Claim> totals) {
        if (claim.extent() == Extent.PART) {
            return 2;
        }
        return Admission.isTotal(claim) && totals.stream().noneMatch(t -> startedBefore(t, claim)) ? 0 : 1;
    }

    /** Whether an earlier-begun series was still running when this one began, so that this is not the origin. */
    private static boolean startedBefore(Claim total, Claim claim) {
        Instant from = claim.period().from();
        return total.period().from().isBefore(from) && total.period().to().isAfter(from);
    }
}
