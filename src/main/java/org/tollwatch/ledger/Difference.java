package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which tallies changed between two moments, and by what. A pure function of the ledger. */
public final class Difference {

    private record Key(Scope scope, Window window) {}

    private final Reckoning before;
    private final Reckoning after;

    /**
     * @param before how the earlier tallies are reckoned
     * @param after how the later ones are; with another policy, or the same
     */
    public Difference(Reckoning before, Reckoning after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param ledger claims of one conflict, each id once, in any order
     * @param windows the windows asked for
     * @return one for each tally whose low, best, high or grade is not the same, in {@link Reckoning#READING_ORDER}
     */
    public List<Change> between(Collection<Claim> ledger, Collection<Window> windows, Instant from, Instant to) {
        boolean sameRules = before.policy().equals(after.policy());
        Collection<Claim> claims = sameRules ? touched(ledger, from, to) : ledger;
        Set<Window> asked = Set.copyOf(windows);
        Causes causes = new Causes(claims, after, from, to);
        Map<Key, Tally> thenByTheNewRules = byKey(causes.earlier(asked), asked);
        Map<Key, Tally> then = sameRules ? thenByTheNewRules : byKey(before.tallies(claims, asked, from), asked);
        Map<Key, Tally> now = byKey(causes.later(asked), asked);
        Map<Key, Tally> all = new LinkedHashMap<>(then);
        all.putAll(now);
        TreeSet<Tally> inOrder = new TreeSet<>(Reckoning.READING_ORDER);
        inOrder.addAll(all.values());
        List<Change> changes = new ArrayList<>();
        for (Tally tally : inOrder) {
            Key key = new Key(tally.scope(), tally.window());
            if (!same(then.get(key), now.get(key))) {
                List<Change.Cause> found = new ArrayList<>();
                if (!same(then.get(key), thenByTheNewRules.get(key))) {
                    found.add(new Change.Cause(Change.Kind.POLICY, List.of()));
                }
                if (!same(thenByTheNewRules.get(key), now.get(key))) {
                    found.addAll(causes.of(key.scope(), key.window()));
                }
                changes.add(new Change(
                        key.scope(),
                        key.window(),
                        Optional.ofNullable(then.get(key)),
                        Optional.ofNullable(now.get(key)),
                        found));
            }
        }
        return changes;
    }

    /** By the same rules a tally changes only where something was published about its measure, by whichever party. */
    private static Collection<Claim> touched(Collection<Claim> ledger, Instant from, Instant to) {
        Set<Object> measures = new HashSet<>();
        ledger.stream()
                .filter(c -> c.publishedAt().isAfter(from) && !c.publishedAt().isAfter(to))
                .forEach(c -> measures.add(measure(c)));
        return ledger.stream().filter(c -> measures.contains(measure(c))).toList();
    }

    private static Object measure(Claim claim) {
        return List.of(claim.scope().measure(), claim.scope().item());
    }

    private static Map<Key, Tally> byKey(Collection<Tally> tallies, Set<Window> windows) {
        Map<Key, Tally> byKey = new LinkedHashMap<>();
        tallies.stream()
                .filter(t -> windows.contains(t.window()))
                .forEach(t -> byKey.put(new Key(t.scope(), t.window()), t));
        return byKey;
    }

    private static boolean same(Tally a, Tally b) {
        return Objects.equals(figures(a), figures(b));
    }

    private static List<Object> figures(Tally tally) {
        return tally == null ? null : List.of(tally.low(), tally.best(), tally.high(), tally.grade());
    }
}
