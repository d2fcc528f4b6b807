package org.tollwatch.replay;

import java.util.OptionalDouble;

/**
 * How fast the time of the reports goes by.
 *
 * @param factor so many seconds of theirs in one of ours; empty: as fast as it can be counted
 */
public record Speed(OptionalDouble factor) {

    public static final Speed MAX = new Speed(OptionalDouble.empty());

    private static final double FASTEST = 1e9;

    /** @throws ReplayException when it is no speed */
    public static Speed parse(String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("max")) {
            return MAX;
        }
        try {
            double factor = Double.parseDouble(word.replaceFirst("[xX]$", ""));
            if (factor > 0 && factor <= FASTEST) {
                return new Speed(OptionalDouble.of(factor));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ReplayException("'" + text + "' is no speed; write max, or how many times as fast as it was: 60x");
    }

    public boolean isMax() {
        return factor.isEmpty();
    }

    @Override
    public String toString() {
        if (factor.isEmpty()) {
            return "max";
        }
        double times = factor.getAsDouble();
        return (times == Math.rint(times) ? Long.toString((long) times) : Double.toString(times)) + "x";
    }
}
