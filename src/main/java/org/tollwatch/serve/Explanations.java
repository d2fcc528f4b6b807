package org.tollwatch.serve;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Ledger;

/**
 * Explains tallies, and holds the last explanations: their claims are mostly read page by page, and each page would be
 * reckoned anew. One is given again only while all that it was made of is the same.
 */
final class Explanations {

    /** One of a large ledger takes some megabytes. */
    private static final int HELD = 4;

    /** @param of the books that bear on the scope */
    private record Asked(Ledger of, Scope scope, Window window, Instant asOf, Policy policy) {

        boolean same(Asked other) {
            return scope.equals(other.scope)
                    && window.equals(other.window)
                    && asOf.equals(other.asOf)
                    && policy.equals(other.policy)
                    && of.hasTheBooksOf(other.of);
        }
    }

    private record Answered(Asked asked, Explanation told) {}

    private final Deque<Answered> held = new ArrayDeque<>();

    /** As {@link Ledger#explain}. */
    Explanation explain(Ledger ledger, Scope scope, Window window, Instant asOf, Policy policy) {
        Asked asked = new Asked(ledger, scope, window, asOf, policy);
        return known(asked).orElseGet(() -> {
            Explanation told = ledger.explain(scope, window, asOf, policy);
            hold(new Answered(asked, told));
            return told;
        });
    }

    private synchronized Optional<Explanation> known(Asked asked) {
        return held.stream()
                .filter(answered -> answered.asked().same(asked))
                .findFirst()
                .map(Answered::told);
    }

    private synchronized void hold(Answered answered) {
        held.addFirst(answered);
        if (held.size() > HELD) {
            held.removeLast();
        }
    }
}
