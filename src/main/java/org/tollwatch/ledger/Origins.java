package org.tollwatch.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the running totals of an account begin, and which of these beginnings are origins: a total that began while an
 * earlier one was still running does not count from the origin.
 */
final class Origins {

    private static final class Beginning {
        private final Set<Claim> totals = new HashSet<>();
        private final NavigableMap<Instant, Integer> ends = new TreeMap<>();
        private int rank = Admission.FROM_ORIGIN;
    }

    private final NavigableMap<Instant, Beginning> beginnings = new TreeMap<>();

    void add(Claim total) {
        Beginning beginning = beginnings.computeIfAbsent(total.period().from(), f -> new Beginning());
        beginning.totals.add(total);
        beginning.ends.merge(total.period().to(), 1, Integer::sum);
    }

    void remove(Claim total) {
        Beginning beginning = beginnings.get(total.period().from());
        beginning.totals.remove(total);
        beginning.ends.merge(total.period().to(), -1, (a, b) -> a + b == 0 ? null : a + b);
        if (beginning.totals.isEmpty()) {
            beginnings.remove(total.period().from());
        }
    }

    int rank(Claim total) {
        return beginnings.get(total.period().from()).rank;
    }

    /** Judges all beginnings anew. @return the totals whose rank is another now */
    Set<Claim> rerank() {
        Set<Claim> changed = new HashSet<>();
        Instant running = Instant.MIN;
        for (Map.Entry<Instant, Beginning> entry : beginnings.entrySet()) {
            Beginning beginning = entry.getValue();
            int rank = running.isAfter(entry.getKey()) ? Admission.OTHER_WHOLE : Admission.FROM_ORIGIN;
            if (rank != beginning.rank) {
                beginning.rank = rank;
                changed.addAll(beginning.totals);
            }
            Instant end = beginning.ends.lastKey();
            running = end.isAfter(running) ? end : running;
        }
        return changed;
    }
}
