package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

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
 * @param wording the vague words the count was read from, if it was
 * @param retracts the id of the claim that this one withdraws, else ""; a retraction counts nothing itself
 * @param imprint of the report, where an outlet says so itself: what another outlet's copy is told by
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
        Instant publishedAt,
        Optional<Wording> wording,
        String retracts,
        Optional<Imprint> imprint) {

    static final Comparator<Claim> NEWEST_FIRST =
            Comparator.comparing(Claim::publishedAt).reversed().thenComparing(Claim::id);

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
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(retracts, "retracts");
        Objects.requireNonNull(imprint, "imprint");
        if (extent != Extent.LISTED && !count.inOrder()) {
            throw new IllegalArgumentException("claim " + id + ": a count needs low <= best <= high, but is " + count);
        }
    }

    /** A claim of somebody who copies nobody. */
    public Claim(
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
            Instant publishedAt,
            Optional<Wording> wording,
            String retracts) {
        this(
                id,
                scope,
                account,
                side,
                count,
                period,
                assumed,
                extent,
                coverage,
                incident,
                publishedAt,
                wording,
                retracts,
                Optional.empty());
    }

    /** The same, read from a report with this imprint. */
    public Claim withImprint(Imprint other) {
        return with(count, period, Optional.of(other));
    }

    /** Claims are looked up often, and ids are unique. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    boolean isRetraction() {
        return !retracts.isEmpty();
    }

    /** The same with the count that a profile gives its words; most counts come from figures and stay. */
    Claim in(WordProfile profile) {
        return wording.map(said -> withCount(profile.count(said))).orElse(this);
    }

    private Claim withCount(Count other) {
        return other.equals(count) ? this : with(other, period, imprint);
    }

    /** The same figure, said to cover another time. */
    Claim withPeriod(Period other) {
        return with(count, other, imprint);
    }

    private Claim with(Count counted, Period covered, Optional<Imprint> copied) {
        return new Claim(
                id,
                scope,
                account,
                side,
                counted,
                covered,
                assumed,
                extent,
                coverage,
                incident,
                publishedAt,
                wording,
                retracts,
                copied);
    }
}
