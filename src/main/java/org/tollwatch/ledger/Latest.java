package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Of two lists with the newest first one such list, each element once, and not longer than a tally lists. */
final class Latest {

    private Latest() {}

    static List<Citation> claims(List<Citation> a, List<Citation> b) {
        return merged(a, b, Citation.NEWEST_FIRST, Tally.MOST_CLAIMS);
    }

    static List<Finding> findings(List<Finding> a, List<Finding> b) {
        return merged(a, b, Finding.NEWEST_FIRST, Tally.MOST_FINDINGS);
    }

    /** Of findings in any order. */
    static List<Finding> findings(Stream<Finding> found) {
        return found.distinct()
                .sorted(Finding.NEWEST_FIRST)
                .limit(Tally.MOST_FINDINGS)
                .toList();
    }

    private static <T> List<T> merged(List<T> a, List<T> b, Comparator<T> order, int most) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        // Partial sums of days mostly lie one after the other; then one list is all there is to show.
        if (a.size() == most && order.compare(a.get(most - 1), b.get(0)) <= 0) {
            return a;
        }
        if (b.size() == most && order.compare(b.get(most - 1), a.get(0)) <= 0) {
            return b;
        }
        List<T> merged = new ArrayList<>(Math.min(most, a.size() + b.size()));
        int i = 0;
        int j = 0;
        while (merged.size() < most && (i < a.size() || j < b.size())) {
            int compared = i == a.size() ? 1 : j == b.size() ? -1 : order.compare(a.get(i), b.get(j));
            merged.add(compared <= 0 ? a.get(i) : b.get(j));
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return List.copyOf(merged);
    }
}
