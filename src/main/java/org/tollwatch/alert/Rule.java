package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tollwatch.stream.Keys;

/**
 * When somebody is told of something.
 *
 * @param name unique among the rules
 * @param severity the user's own word, for routing
 * @param tiers that are told; others are watched in silence
 * @param origins how many independent ones an established alert needs; 1 or more
 * @param held for how long of event time its bounds must hold
 * @param rest how long after its window's end an alert is over, and a late figure no news any more
 */
public record Rule(
        String name,
        String severity,
        Selector selector,
        Condition condition,
        Set<Tier> tiers,
        int origins,
        Duration held,
        Duration rest) {

    /** How long after its end an alert can still be corrected. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    public Rule {
        tiers = Set.copyOf(tiers);
    }

    /** When time alone may next have something to say about what is remembered, after then. */
    Optional<Instant> due(AlertState state, Instant after) {
        if (condition instanceof Condition.Silence silence) {
            return state.active()
                    ? Optional.empty()
                    : state.heard().map(h -> h.plus(silence.after())).filter(t -> t.isAfter(after));
        }
        if (state.tally().isEmpty()) {
            return Optional.empty();
        }
        Instant over = Keys.window(state.tally()).period().to().plus(rest);
        Optional<Instant> hold = state.met().map(since -> since.plus(held)).filter(t -> t.isBefore(over));
        return Stream.of(hold, Optional.of(over), forgets(state))
                .flatMap(Optional::stream)
                .filter(t -> t.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    /** When what is remembered lies so far back that nothing can come of it; empty while it must be kept. */
    Optional<Instant> forgets(AlertState state) {
        if (condition instanceof Condition.First
                || state.active()
                || state.tally().isEmpty()) {
            return Optional.empty();
        }
        Instant end = Keys.window(state.tally()).period().to();
        return Optional.of(end.plus(rest).plus(REMEMBERED));
    }
}
