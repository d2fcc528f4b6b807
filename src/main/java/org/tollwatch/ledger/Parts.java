package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The PART claims of one account and scope with one period. Incidents are distinct when their keys differ; of the same
 * incident the larger low counts. An incident without a key may be any of those with one, so it is never added to them.
 */
final class Parts {

    private static final Comparator<Claim> LARGER = Comparator.<Claim>comparingLong(
                    c -> c.count().low())
            .thenComparingLong(c -> c.count().best())
            .thenComparing(Claim::id);

    private static final String NO_KEY = "";

    /** By incident, every claim about it. */
    private final Map<String, List<Claim>> claims = new HashMap<>();

    /** By incident, the claim that counts. */
    private final Map<String, Claim> counted = new TreeMap<>();

    private long low;
    private long best;

    void add(Claim part) {
        claims.computeIfAbsent(part.incident(), i -> new ArrayList<>(1)).add(part);
        Claim before = counted.get(part.incident());
        if (before == null || LARGER.compare(part, before) > 0) {
            count(part.incident(), part);
        }
    }

    /** @return whether any is left */
    boolean remove(Claim part) {
        List<Claim> others = claims.get(part.incident());
        others.remove(part);
        if (others.isEmpty()) {
            claims.remove(part.incident());
        }
        if (part.equals(counted.get(part.incident()))) {
            count(part.incident(), others.stream().max(LARGER).orElse(null));
        }
        return !claims.isEmpty();
    }

    private void count(String incident, Claim claim) {
        Claim before = claim == null ? counted.remove(incident) : counted.put(incident, claim);
        if (!incident.equals(NO_KEY)) {
            low += low(claim) - low(before);
            best += best(claim) - best(before);
        }
    }

    /** What the incidents surely add up to. */
    long low() {
        return Math.max(low, low(counted.get(NO_KEY)));
    }

    /** What they add up to by their bests. */
    long best() {
        return Math.max(best, best(counted.get(NO_KEY)));
    }

    /** By how much the low would grow with one more. */
    long more(Claim part) {
        long known = low(counted.get(part.incident()));
        long grown = Math.max(0, part.count().low() - known);
        return part.incident().equals(NO_KEY)
                ? Math.max(0, part.count().low() - low())
                : Math.max(low + grown, low(counted.get(NO_KEY))) - low();
    }

    /** The claims that make up the low. */
    List<Claim> said() {
        Claim unnamed = counted.get(NO_KEY);
        if (unnamed != null && low(unnamed) > low) {
            return List.of(unnamed);
        }
        return counted.values().stream()
                .filter(c -> c != unnamed && c.count().low() > 0)
                .toList();
    }

    private static long low(Claim claim) {
        return claim == null ? 0 : claim.count().low();
    }

    private static long best(Claim claim) {
        return claim == null ? 0 : claim.count().best();
    }
}
