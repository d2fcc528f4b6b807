package org.tollwatch.evaluate;

import java.util.OptionalLong;
import org.tollwatch.ledger.Count;

/**
 * The count that is right.
 *
 * @param best empty when any will do
 * @param high {@link Count#OPEN} when nothing may bound it; empty when any will do
 */
public record Bounds(long low, OptionalLong best, OptionalLong high) {

    static Bounds of(Count count) {
        return new Bounds(count.low(), OptionalLong.of(count.best()), OptionalLong.of(count.high()));
    }

    boolean admit(Count count) {
        return count.low() == low
                && (best.isEmpty() || best.getAsLong() == count.best())
                && (high.isEmpty() || high.getAsLong() == count.high());
    }
}
