package org.tollwatch.cli;

import java.util.List;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.WindowKind;

/**
 * What is asked of the ledger.
 *
 * @param policies at least one
 */
record Question(WindowOption windows, AsOfOption asOf, List<Policy> policies) {

    /** All windows of the kinds that are kept, as they are now, by the rules they are kept by. */
    boolean isOfWhatIsKept() {
        return !asOf.isAsked()
                && !windows.hasSingle()
                && !windows.kinds().contains(WindowKind.YEAR)
                && policies.equals(List.of(Policy.standard()));
    }
}
