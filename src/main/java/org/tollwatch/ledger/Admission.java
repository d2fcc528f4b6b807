package org.tollwatch.ledger;

import java.time.Duration;
import java.util.Comparator;

/**
 * The order in which the claims of one account are admitted. The order and its ties are part of the method: totals from
 * the series' origin, then other WHOLE claims, then PART claims; within a rank the later published first; then the later
 * period end, the longer period, the higher low, the id.
 */
final class Admission {

    static final int FROM_ORIGIN = 0;
    static final int OTHER_WHOLE = 1;
    static final int INCIDENT = 2;

    static final Comparator<Claim> WITHIN_RANK = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.period().to())
            .thenComparing(c -> Duration.between(c.period().from(), c.period().to()))
            .thenComparing(c -> c.count().low())
            .reversed()
            .thenComparing(Claim::id);

    private Admission() {}

    /** A running total, or the figure of a whole episode; not that of a day inside it. */
    static boolean isTotal(Claim claim) {
        return claim.extent() == Extent.WHOLE
                && claim.coverage() != Coverage.DAY
                && claim.coverage() != Coverage.INCREMENT;
    }
}
