package org.tollwatch.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tollwatch.report.CitedClaim;
import org.tollwatch.report.TallyRecord;

/**
 * A scope and window of which two countings tell another figure.
 *
 * @param a empty: it tells nothing of it
 * @param b the same of the other
 * @param onlyA the claims that only a's figure stands on; of the newest 20 that each lists
 */
public record TallyDifference(Optional<TallyRecord> a, Optional<TallyRecord> b, Set<String> onlyA, Set<String> onlyB) {

    /** How many figures both tell alike, and those that they do not, by key. */
    public record All(long alike, List<TallyDifference> different) {}

    /** Either of them. */
    public TallyRecord any() {
        return a.orElseGet(b::orElseThrow);
    }

    /** Low, best, high and grade are compared; when it was told last, and under which policy's name, are not. */
    static All between(Map<String, TallyRecord> a, Map<String, TallyRecord> b) {
        Map<String, TallyRecord> keys = new TreeMap<>(a);
        keys.putAll(b);
        List<TallyDifference> different = new ArrayList<>();
        for (String key : keys.keySet()) {
            Optional<TallyRecord> one = Optional.ofNullable(a.get(key));
            Optional<TallyRecord> other = Optional.ofNullable(b.get(key));
            if (one.isEmpty() || other.isEmpty() || !alike(one.get(), other.get())) {
                different.add(new TallyDifference(one, other, minus(one, other), minus(other, one)));
            }
        }
        return new All(keys.size() - different.size(), different);
    }

    private static boolean alike(TallyRecord a, TallyRecord b) {
        return a.getLow() == b.getLow()
                && a.getBest() == b.getBest()
                && Objects.equals(a.getHigh(), b.getHigh())
                && a.getGrade().equals(b.getGrade());
    }

    private static Set<String> minus(Optional<TallyRecord> a, Optional<TallyRecord> b) {
        Set<String> claims = new TreeSet<>(claims(a));
        claims.removeAll(claims(b));
        return claims;
    }

    private static Set<String> claims(Optional<TallyRecord> tally) {
        return tally.map(t -> t.getClaims().stream().map(CitedClaim::getId).collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
