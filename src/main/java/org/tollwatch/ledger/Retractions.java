package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which claims are withdrawn. A retraction withdraws what was published before it; a retraction that is withdrawn itself
 * withdraws nothing, so that a figure can be taken back and given again. The order of arrival does not matter.
 */
final class Retractions {

    private static final Comparator<Claim> BY_PUBLICATION =
            Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id);

    /** That a figure is withdrawn by another retraction than before, or by none any more. */
    record Shift(Claim claim, Optional<Claim> before, Optional<Claim> after) {}

    private final Map<String, Claim> byId = new HashMap<>();
    private final Map<String, NavigableSet<Claim>> byTarget = new HashMap<>();
    private final Map<String, Claim> withdrawnBy = new HashMap<>();

    /** What this claim changes, for itself and for others. */
    List<Shift> add(Claim claim) {
        byId.put(claim.id(), claim);
        List<Shift> shifts = new ArrayList<>();
        update(claim, shifts);
        if (claim.isRetraction()) {
            byTarget.computeIfAbsent(claim.retracts(), t -> new TreeSet<>(BY_PUBLICATION))
                    .add(claim);
            updateTarget(claim, shifts);
        }
        return shifts;
    }

    /** What changes when the claim is gone; it is withdrawn no more. */
    List<Shift> remove(Claim claim) {
        List<Shift> shifts = new ArrayList<>();
        if (claim.isRetraction()) {
            byTarget.computeIfPresent(claim.retracts(), (target, by) -> by.remove(claim) && by.isEmpty() ? null : by);
            updateTarget(claim, shifts);
        }
        Claim by = withdrawnBy.remove(claim.id());
        if (by != null && !claim.isRetraction()) {
            shifts.add(new Shift(claim, Optional.of(by), Optional.empty()));
        }
        byId.remove(claim.id());
        return shifts;
    }

    /** The retraction that withdraws the claim. */
    Optional<Claim> by(Claim claim) {
        return Optional.ofNullable(withdrawnBy.get(claim.id()));
    }

    private void update(Claim claim, List<Shift> shifts) {
        Optional<Claim> before = Optional.ofNullable(withdrawnBy.get(claim.id()));
        Optional<Claim> after = withdrawing(claim);
        if (after.equals(before)) {
            return;
        }
        withdrawnBy.remove(claim.id());
        after.ifPresent(by -> withdrawnBy.put(claim.id(), by));
        if (!claim.isRetraction()) {
            shifts.add(new Shift(claim, before, after));
        } else if (before.isPresent() != after.isPresent()) {
            updateTarget(claim, shifts);
        }
    }

    private void updateTarget(Claim retraction, List<Shift> shifts) {
        Claim target = byId.get(retraction.retracts());
        if (target != null) {
            update(target, shifts);
        }
    }

    /** The first retraction that withdraws the claim and was not withdrawn itself. */
    private Optional<Claim> withdrawing(Claim claim) {
        NavigableSet<Claim> retractions = byTarget.get(claim.id());
        return retractions == null
                ? Optional.empty()
                : retractions.tailSet(claim, false).stream()
                        .filter(r -> !withdrawnBy.containsKey(r.id()))
                        .findFirst();
    }
}
