package org.tollwatch.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Tally;

/**
 * The figures that were told, and the claims they stood on.
 *
 * @param high {@link org.tollwatch.ledger.Count#OPEN} when nothing bounds it
 */
public record Figures(long low, long best, long high, Grade grade, int origins, List<Citation> claims) {

    public Figures {
        claims = List.copyOf(claims);
    }

    static Figures of(Tally tally) {
        return new Figures(tally.low(), tally.best(), tally.high(), tally.grade(), tally.origins(), tally.claims());
    }

    /** Whether these are lower: what is known only grows, so that a figure falls only when a claim was taken back. */
    boolean fallenFrom(Figures told) {
        return low < told.low || best < told.best;
    }

    boolean standOnAnyOf(List<String> ids) {
        Set<String> own = new HashSet<>();
        claims.forEach(claim -> own.add(claim.id()));
        return ids.stream().anyMatch(own::contains);
    }
}
