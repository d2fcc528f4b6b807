package org.tollwatch.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tollwatch.conflict.Conflict;

/** Whom of a conflict a text names, and how often. Third states and outlets are in every conflict's news: they tell nothing. */
final class Named {

    /** How long after its last day reports still are of an episode. */
    private static final Duration AFTER = Duration.ofDays(60);

    private final Conflict conflict;
    private final Stakes stakes;
    private final Map<String, Integer> sides = new HashMap<>();
    private int mentions;
    private int ground;
    private boolean firm;

    Named(Stakes stakes) {
        this.conflict = stakes.conflict();
        this.stakes = stakes;
    }

    Conflict conflict() {
        return conflict;
    }

    /**
     * @param proper whether it is written as a name: "separatists" and "the disputed region" are other conflicts' too
     * @param weight what being named there counts
     * @return whether it names anybody of the conflict
     */
    boolean add(List<Sense> senses, boolean proper, int weight) {
        Set<String> parties = Set.of();
        boolean contested = false;
        boolean known = false;
        for (Sense sense : senses) {
            if (sense instanceof Name name) {
                Set<String> of = stakes.of(name);
                boolean manys = name.kind() == Name.Kind.PLACE && of.size() > 1;
                known |= !of.isEmpty();
                contested |= proper && manys;
                firm |= proper && !of.isEmpty() && name.form() != Name.Form.PEOPLE;
                parties = manys ? parties : union(parties, of);
            }
        }
        parties.forEach(p -> sides.merge(p, weight, Integer::sum));
        mentions += known ? weight : 0;
        ground += contested ? weight : 0;
        return known;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    int mentions() {
        return mentions;
    }

    /** How often the one named most is. */
    int most() {
        return sides.values().stream().mapToInt(i -> i).max().orElse(0);
    }

    /**
     * Whether the text is about the conflict: it names opponents, neither only beside the other; or the ground fought for; or,
     * while the fighting goes on, one side in words of fighting.
     *
     * @param fighting whether the text has words of fighting; asked only where it matters
     */
    boolean about(Instant published, BooleanSupplier fighting) {
        return opposed()
                || ground > 0 && ground * 3 >= mentions
                || firm && goesOn(published) && fighting.getAsBoolean();
    }

    /** Whether it names two sides that fight each other, neither only beside the other. */
    boolean opposed() {
        return sides.entrySet().stream()
                .anyMatch(one -> conflict.opponentsOf(one.getKey()).stream()
                        .anyMatch(other -> sides.getOrDefault(other, 0) * 5 >= one.getValue()
                                && one.getValue() * 5 >= sides.getOrDefault(other, 0)));
    }

    private boolean goesOn(Instant published) {
        return conflict.episodes().stream()
                .map(e -> e.episode().period())
                .anyMatch(p ->
                        !published.isBefore(p.from()) && published.minus(AFTER).isBefore(p.to()));
    }
}
