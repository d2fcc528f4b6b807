package org.tollwatch.alert;

import java.time.Duration;
import java.util.Set;

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

    public Rule {
        tiers = Set.copyOf(tiers);
    }
}
