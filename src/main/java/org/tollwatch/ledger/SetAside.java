package org.tollwatch.ledger;

import java.util.List;

/**
 * A claim that is kept and shown, but bounds nothing, and why.
 *
 * @param by the ids of the claims that it gives way to
 */
public record SetAside(Claim claim, Reason reason, List<String> by) {

    public enum Reason {
        /** The same running total again, with no new as-of date and nothing else said in between. */
        REPEAT,
        /** Contradicts totals and figures that were admitted before it. */
        CONTRADICTED,
        /** A later total of the same series says otherwise. */
        REVISED,
        /** The totals before and after it contradict it. */
        OUTLIER,
        /** Withdrawn by another claim. */
        RETRACTED,
        /** An outlet's own figure in a copy, or a translation, of another outlet's report: the same origin. */
        ECHO
    }

    public SetAside {
        by = List.copyOf(by);
    }
}
