package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Something unusual in one claimant's figures, named on the tallies that it touches.
 *
 * @param account whose figures
 * @param period the time it is about
 * @param before the figure that was said, or known, before
 * @param after the figure that stands against it
 * @param claims the ids of the claims that show it
 */
public record Finding(Kind kind, String account, Period period, long before, long after, List<String> claims) {

    public enum Kind {
        /** A running total was lowered: {@code before} was said first, {@code after} replaces it. */
        REVISION,
        /** A running total began anew: {@code before} was reached, {@code after} is counted on top of it. */
        RESTART,
        /** A running total, {@code before}, that the totals on both sides of it contradict. */
        OUTLIER,
        /** The total moved by {@code after} where the day's own figure is {@code before}: older losses were added. */
        LATE_LUMP,
        /** The total moved by a tenth or more of itself against what was said: it seems to count something else now. */
        BASIS_CHANGE,
        /** One step covers more than a day and counts {@code after}; how much of it falls on which day is not said. */
        SKIPPED_DAYS,
        /** {@code before} was withdrawn. */
        RETRACTION
    }

    static final Comparator<Finding> NEWEST_FIRST = Comparator.<Finding, Instant>comparing(
                    f -> f.period().to())
            .reversed()
            .thenComparing(Finding::kind)
            .thenComparing(Finding::account)
            .thenComparing(f -> f.period().from())
            .thenComparing(f -> String.join(" ", f.claims()))
            .thenComparing(Finding::before)
            .thenComparing(Finding::after);

    public Finding {
        Objects.requireNonNull(kind, "kind");
        claims = List.copyOf(claims);
    }
}
