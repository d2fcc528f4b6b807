package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One statement of one figure, as the reckoning sees it.
 *
 * @param id the same for the same statement, however often it arrives
 * @param scope what it is about
 * @param account whose books the figure is entered in: a party for its organs and office holders, else the person,
 *     organisation or outlet
 * @param side where the claimant stands towards the scope's party
 * @param count how many
 * @param period the time covered
 * @param assumed the period's end is not stated but taken from the publication
 * @param extent whether the count is the whole of its scope and period
 * @param coverage how the words cover the period
 * @param incident key of the incident where one is known, else ""
 * @param publishedAt the first publication
 */
public record Claim(
        String id,
        Scope scope,
        String account,
        Side side,
        Count count,
        Period period,
        boolean assumed,
        Extent extent,
        Coverage coverage,
        String incident,
        Instant publishedAt) {

    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(extent, "extent");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }
}
