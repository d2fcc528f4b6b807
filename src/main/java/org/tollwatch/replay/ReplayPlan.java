package org.tollwatch.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is replayed, and how; fixed when it begins.
 *
 * @param published only reports that were published then
 * @param policy under which the tallies are made, by its name
 * @param reExtract whether the texts are read again
 * @param ends the offsets, by partition of the archive, before which a report must lie: what arrives later is not in it
 */
public record ReplayPlan(
        ReplayName name, Stretch published, String policy, boolean reExtract, Order order, Map<Integer, Long> ends) {

    public ReplayPlan {
        ends = Map.copyOf(ends);
    }

    /** In what it differs from what is asked for now; whatever has arrived meanwhile. */
    List<String> differences(ReplayPlan asked) {
        Map<String, String> before = told();
        Map<String, String> now = asked.told();
        return before.entrySet().stream()
                .filter(e -> !e.getValue().equals(now.get(e.getKey())))
                .map(e -> e.getKey() + ": " + e.getValue() + ", not " + now.get(e.getKey()))
                .toList();
    }

    private Map<String, String> told() {
        return new TreeMap<>(Map.of(
                "time",
                published.toString(),
                "policy",
                policy,
                "re-extract",
                reExtract ? "yes" : "no",
                "speed",
                order == Order.ARRIVAL ? "max" : "at a pace"));
    }
}
