package org.tollwatch.evaluate;

import java.util.Arrays;
import java.util.Map;

/**
 * A claim that a person reads, with the one that was read for it.
 *
 * @param answers how its other slots were read; none unless it was found
 */
public record Pair(GoldClaim gold, Got got, Kind kind, Map<Slot, Answer> answers) {

    /** How the two meet. */
    public enum Kind {
        /** Measure and bounds are right. */
        FOUND,
        OTHER_BOUNDS,
        OTHER_MEASURE
    }

    boolean found() {
        return kind == Kind.FOUND;
    }

    /** Whether it was found with this slot right too, or not asked for. */
    boolean right(Slot slot) {
        return found() && answers.getOrDefault(slot, Answer.RIGHT) == Answer.RIGHT;
    }

    /** Whether it was found with every slot right that the gold states, the days of its period aside. */
    boolean whole() {
        return Arrays.stream(Slot.values()).filter(slot -> !slot.isDay()).allMatch(this::right);
    }

    /** Whether the first and last day it covers are right, too. */
    boolean dated() {
        return Arrays.stream(Slot.values()).allMatch(this::right);
    }

    /** Whether it is of an earlier war, and was read as one of now: neither called historical, nor dated rightly. */
    boolean historicalAsCurrent() {
        return gold.historical()
                && !got.historical()
                && !(answers.get(Slot.COVERAGE) == Answer.RIGHT || answers.get(Slot.TO) == Answer.RIGHT);
    }

    /** Whether it is of now, and was read as one of an earlier war. */
    boolean currentAsHistorical() {
        return !gold.historical() && got.historical() && answers.get(Slot.COVERAGE) != Answer.RIGHT;
    }
}
