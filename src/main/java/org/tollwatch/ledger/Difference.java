package org.tollwatch.ledger;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

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
     * @param wanted the scopes asked for
     * @return one for each tally whose low, best, high or grade is not the same, in {@link Reckoning#READING_ORDER}. What
     *     changed it is looked up when one is taken from the list, each time: where most are not shown, most of the work
     *     is not done
     */
    public List<Change> between(
            Collection<Claim> ledger, Collection<Window> windows, Predicate<Scope> wanted, Instant from, Instant to) {
        boolean sameRules = before.policy().equals(after.policy());
        Collection<Claim> claims = sameRules ? touched(ledger, from, to) : ledger;
        Set<Window> asked = Set.copyOf(windows);
        Causes causes = new Causes(claims, after, from, to);
        Function<Scope, Set<Window>> reckoned = measure -> sameRules ? causes.touched(measure, asked) : asked;
        Map<Key, Tally> byTheNewRules = byKey(causes.earlier(reckoned), asked);
        Map<Key, Tally> then = sameRules ? byTheNewRules : byKey(before.tallies(claims, asked, from), asked);
        return new Found(causes, wanted, then, byTheNewRules, byKey(causes.later(reckoned), asked));
    }

    private static final class Found extends AbstractList<Change> {

        private final Causes causes;
        private final Map<Key, Tally> then;
        private final Map<Key, Tally> byTheNewRules;
        private final Map<Key, Tally> now;
        private final List<Key> changed;

        Found(
                Causes causes,
                Predicate<Scope> wanted,
                Map<Key, Tally> then,
                Map<Key, Tally> byTheNewRules,
                Map<Key, Tally> now) {
            this.causes = causes;
            this.then = then;
            this.byTheNewRules = byTheNewRules;
            this.now = now;
            Map<Key, Tally> all = new HashMap<>(then);
            all.putAll(now);
            changed = all.values().stream()
                    .filter(tally -> wanted.test(tally.scope()))
                    .sorted(Reckoning.READING_ORDER)
                    .map(tally -> new Key(tally.scope(), tally.window()))
                    .filter(key -> !same(then.get(key), now.get(key)))
                    .toList();
        }

        @Override
        public int size() {
            return changed.size();
        }

        @Override
        public Change get(int index) {
            Key key = changed.get(index);
            List<Change.Cause> found = new ArrayList<>();
            if (!same(then.get(key), byTheNewRules.get(key))) {
                found.add(new Change.Cause(Change.Kind.POLICY, List.of()));
            }
            if (!same(byTheNewRules.get(key), now.get(key))) {
                found.addAll(causes.of(key.scope(), key.window()));
            }
            return new Change(
                    key.scope(),
                    key.window(),
                    Optional.ofNullable(then.get(key)),
                    Optional.ofNullable(now.get(key)),
                    found);
        }
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
