package org.tollwatch.ledger;

import java.util.List;
import java.util.Optional;

/**
 * One tally that is not what it was, and by what.
 *
 * @param before empty where nothing was known
 * @param after empty where nothing is known any more
 * @param causes at least one
 */
public record Change(Scope scope, Window window, Optional<Tally> before, Optional<Tally> after, List<Cause> causes) {

    /** What a tally can be changed by. */
    public enum Kind {
        /** A figure about a time after the earlier moment. */
        NEW,
        /** Published after the earlier moment, about a time before it. */
        LATE,
        /** A claim that stood is set aside: the first of the claims; those after it stand in its place. */
        REVISED,
        /** A claim was withdrawn, or given again: the first of the claims, by those after it. */
        RETRACTED,
        /** A running total began anew: the last total before and the first after. */
        RESTARTED,
        /** Other rules, on the same claims. */
        POLICY
    }

    /**
     * @param claims at least one; for {@link Kind#POLICY} none
     */
    public record Cause(Kind kind, List<Claim> claims) {

        public Cause {
            claims = List.copyOf(claims);
        }
    }

    public Change {
        causes = List.copyOf(causes);
    }
}
