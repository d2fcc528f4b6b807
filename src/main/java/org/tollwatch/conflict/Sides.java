package org.tollwatch.conflict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Side;

/** Who stands with whom. Kept for every pair that was asked for, since it is asked for every claim. */
final class Sides {

    private final Hierarchy tree;
    private final Map<String, Set<String>> allies;
    private final Map<String, Set<String>> opponents;
    private final Set<String> known;
    private final Map<String, Map<String, Side>> byClaimant = new ConcurrentHashMap<>();

    Sides(List<Party> parties) {
        Map<String, String> parents = new TreeMap<>();
        parties.forEach(p -> parents.put(p.id(), p.parent()));
        tree = new Hierarchy(Scope.ALL, parents);
        allies = bothWays(parties, Party::allies);
        opponents = bothWays(parties, Party::opponents);
        known = parents.keySet();
    }

    Hierarchy tree() {
        return tree;
    }

    Side of(String claimant, String party) {
        if (!known.contains(claimant)) {
            return Side.INDEPENDENT;
        }
        return byClaimant
                .computeIfAbsent(claimant, c -> new ConcurrentHashMap<>())
                .computeIfAbsent(party, p -> reckon(claimant, p));
    }

    Set<String> opponentsOf(String party) {
        return inherited(opponents, party);
    }

    private Side reckon(String claimant, String party) {
        if (party.equals(Scope.ALL)) {
            return Side.SELF;
        }
        if (tree.within(claimant, party) || tree.within(party, claimant) || among(claimant, inherited(allies, party))) {
            return Side.SELF;
        }
        return among(claimant, opponentsOf(party)) ? Side.ADVERSARY : Side.INDEPENDENT;
    }

    private boolean among(String party, Set<String> others) {
        return others.stream().anyMatch(other -> tree.within(party, other));
    }

    /** An organ's friends and foes are those of the party it belongs to, too. */
    private Set<String> inherited(Map<String, Set<String>> relation, String party) {
        Set<String> others = new LinkedHashSet<>();
        tree.pathOf(party).forEach(p -> others.addAll(relation.getOrDefault(p, Set.of())));
        return others;
    }

    private static Map<String, Set<String>> bothWays(List<Party> parties, Function<Party, List<String>> declared) {
        Map<String, Set<String>> relation = new TreeMap<>();
        for (Party one : parties) {
            for (String other : declared.apply(one)) {
                relation.computeIfAbsent(one.id(), p -> new TreeSet<>()).add(other);
                relation.computeIfAbsent(other, p -> new TreeSet<>()).add(one.id());
            }
        }
        return relation;
    }
}
