package org.tollwatch.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which claims only echo another: an outlet's own figure in a copy, or a translation, of what another outlet published before.
 * Whatever becomes of the first, retracted or not, its copies say nothing of their own. The order of arrival does not matter.
 */
final class Echoes {

    /** Copies come within days; what is told again after that was written anew, or is an archive. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Comparator<Claim> BY_PUBLICATION =
            Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id);

    private record Said(Scope scope, Count count) {}

    private final Map<Said, NavigableSet<Claim>> claims = new HashMap<>();
    private final Map<String, Claim> originals = new HashMap<>();

    /** The claim that this one echoes: the first published of those it may be a copy of. */
    Optional<Claim> of(Claim claim) {
        return Optional.ofNullable(originals.get(claim.id()));
    }

    /** @return the claims that may be an echo now, or of another claim than before */
    List<Claim> add(Claim claim) {
        if (claim.imprint().isEmpty() || claim.isRetraction()) {
            return List.of();
        }
        NavigableSet<Claim> same = claims.computeIfAbsent(said(claim), s -> new TreeSet<>(BY_PUBLICATION));
        same.add(claim);
        update(claim, same);
        List<Claim> changed = later(claim, same);
        changed.forEach(later -> update(later, same));
        return changed;
    }

    /** @return the claims that may be an echo no more, or of another claim than before */
    List<Claim> remove(Claim claim) {
        NavigableSet<Claim> same = claims.get(said(claim));
        if (same == null || !same.remove(claim)) {
            return List.of();
        }
        originals.remove(claim.id());
        List<Claim> changed = later(claim, same);
        changed.forEach(later -> update(later, same));
        if (same.isEmpty()) {
            claims.remove(said(claim));
        }
        return changed;
    }

    private static Said said(Claim claim) {
        return new Said(claim.scope(), claim.count());
    }

    private void update(Claim claim, NavigableSet<Claim> same) {
        Optional<Claim> original = same.headSet(claim, false).stream()
                .filter(earlier -> copies(earlier, claim))
                .findFirst();
        originals.remove(claim.id());
        original.ifPresent(first -> originals.put(claim.id(), first));
    }

    private static List<Claim> later(Claim claim, NavigableSet<Claim> same) {
        List<Claim> later = new ArrayList<>();
        for (Claim other : same.tailSet(claim, false)) {
            if (Duration.between(claim.publishedAt(), other.publishedAt()).compareTo(LONGEST) > 0) {
                break;
            }
            if (copies(claim, other)) {
                later.add(other);
            }
        }
        return later;
    }

    /** Whether the later of two claims that say the same is a copy of the earlier. */
    private static boolean copies(Claim earlier, Claim later) {
        Duration apart = Duration.between(earlier.publishedAt(), later.publishedAt());
        return !earlier.account().equals(later.account())
                && apart.compareTo(LONGEST) <= 0
                && earlier.imprint().orElseThrow().isLike(later.imprint().orElseThrow(), apart);
    }
}
