package org.tollwatch.serve;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;

/**
 * What claims with a place say of one thing that happened there: for a map, not a tally. Claims speak of the same
 * incident when measure, party, place and period agree, or place and the source's own key; of whatever status.
 *
 * @param id the same as long as these are
 * @param scope of any status
 * @param count at least the largest low; at most the largest high that is claimed of all statuses together
 * @param period from the earliest beginning to the latest end
 * @param claims the newest first
 */
record Incident(String id, Scope scope, Count count, Period period, List<Claim> claims) {

    private static final Comparator<Claim> NEWEST_FIRST =
            Comparator.comparing(Claim::publishedAt).reversed().thenComparing(Claim::id);

    /** The newest first: by when they began. Running totals and retractions are no incidents. */
    static List<Incident> of(Collection<Claim> claims) {
        Map<List<Object>, List<Claim>> groups = new LinkedHashMap<>();
        claims.stream()
                .filter(Incident::isIncident)
                .sorted(NEWEST_FIRST)
                .forEach(claim -> groups.computeIfAbsent(key(claim), k -> new ArrayList<>())
                        .add(claim));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.<Incident, Instant>comparing(i -> i.period().from())
                        .reversed()
                        .thenComparing(Incident::id))
                .toList();
    }

    private static boolean isIncident(Claim claim) {
        return (claim.coverage() == Coverage.INCIDENT || claim.coverage() == Coverage.DAY)
                && !claim.scope().place().isEmpty()
                && claim.retracts().isEmpty();
    }

    private static List<Object> key(Claim claim) {
        Scope scope = claim.scope().withStatus(Status.ANY);
        return claim.incident().isEmpty() ? List.of(scope, claim.period()) : List.of(scope, claim.incident());
    }

    private static Incident of(List<Object> key, List<Claim> claims) {
        Scope scope = claims.get(0).scope().withStatus(Status.ANY);
        String id = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Incident(
                id,
                scope,
                count(claims),
                new Period(
                        claims.stream()
                                .map(c -> c.period().from())
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        claims.stream()
                                .map(c -> c.period().to())
                                .max(Comparator.naturalOrder())
                                .orElseThrow()),
                claims);
    }

    /** A part of those concerned, civilians say, bounds all of them from below only. */
    private static Count count(List<Claim> claims) {
        List<Count> whole = claims.stream()
                .filter(c -> c.scope().status() == Status.ANY)
                .map(Claim::count)
                .toList();
        long low = claims.stream().mapToLong(c -> c.count().low()).max().orElseThrow();
        long high = Math.max(low, whole.stream().mapToLong(Count::high).max().orElse(Count.OPEN));
        long best = whole.isEmpty()
                ? low
                : Math.min(high, Math.max(low, whole.get(0).best()));
        return new Count(low, best, high);
    }
}
