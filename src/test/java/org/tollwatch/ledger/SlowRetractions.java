package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which claims are withdrawn. A retraction withdraws what was published before it; a retraction that is withdrawn itself
 * withdraws nothing, so that a figure can be taken back and given again.
 */
final class SlowRetractions {

    private static final Comparator<Claim> BY_PUBLICATION =
            Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id);

    private final Map<String, Claim> byId = new HashMap<>();
    private final Map<String, List<Claim>> byTarget = new HashMap<>();

    SlowRetractions(Collection<Claim> claims) {
        for (Claim claim : claims) {
            byId.put(claim.id(), claim);
            if (claim.isRetraction()) {
                byTarget.computeIfAbsent(claim.retracts(), t -> new ArrayList<>())
                        .add(claim);
            }
        }
    }

    boolean withdrawn(Claim claim) {
        return withdrawing(claim).isPresent();
    }

    /** The first retraction that withdraws the claim and was not withdrawn itself. */
    private Optional<Claim> withdrawing(Claim claim) {
        return byTarget.getOrDefault(claim.id(), List.of()).stream()
                .filter(r -> BY_PUBLICATION.compare(claim, r) < 0)
                .sorted(BY_PUBLICATION)
                .filter(r -> !withdrawn(r))
                .findFirst();
    }

    /** The withdrawn figures of a scope for a time inside the window, or about its ends. */
    List<Finding> findings(Scope scope, Period window) {
        List<Finding> findings = new ArrayList<>();
        for (String target : byTarget.keySet()) {
            Claim claim = byId.get(target);
            if (claim != null
                    && !claim.isRetraction()
                    && claim.scope().equals(scope)
                    && claim.period().overlaps(window)) {
                withdrawing(claim).ifPresent(by -> findings.add(finding(claim, by)));
            }
        }
        return findings;
    }

    private static Finding finding(Claim claim, Claim by) {
        List<String> ids = List.of(claim.id(), by.id());
        return new Finding(
                Finding.Kind.RETRACTION,
                claim.account(),
                claim.period(),
                claim.count().best(),
                0,
                ids);
    }
}
