package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;

/**
 * A claim that a tally stands on.
 *
 * @param id of the claim
 * @param publishedAt its first publication
 */
public record Citation(String id, Instant publishedAt) {

    static final Comparator<Citation> NEWEST_FIRST =
            Comparator.comparing(Citation::publishedAt).reversed().thenComparing(Citation::id);

    static Citation of(Claim claim) {
        return new Citation(claim.id(), claim.publishedAt());
    }
}
