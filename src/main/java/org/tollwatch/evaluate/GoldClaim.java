package org.tollwatch.evaluate;

import java.util.List;
import java.util.Map;
import org.tollwatch.data.Node.At;

/**
 * A claim that a person reads from a text.
 *
 * @param at where it stands in the claims file
 * @param required whether it has a quantity; the others are counted apart
 * @param historical whether it is about an earlier war
 * @param bounds every right count, the expected one first
 * @param accepted every right value of the slots that it states, the expected one first; "" is "the text does not tell"
 */
public record GoldClaim(
        At at,
        String id,
        boolean required,
        boolean historical,
        Words words,
        List<Bounds> bounds,
        Map<Slot, List<String>> accepted) {

    public GoldClaim {
        bounds = List.copyOf(bounds);
        accepted = Map.copyOf(accepted);
    }

    /** What a slot should say, for a reader. */
    public String expected(Slot slot) {
        return accepted.getOrDefault(slot, List.of("")).get(0);
    }
}
