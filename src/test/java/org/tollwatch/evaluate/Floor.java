package org.tollwatch.evaluate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a language's texts of one kind that may not fall: shares, rounded down to three decimals. What is left open
 * counts as not right, so that a figure does not rise by silence.
 */
record Floor(Map<String, Double> figures) {

    private static final double SCALE = 1000;

    static Floor of(Score score) {
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "precision", score.precision().value());
        put(figures, "recall", score.recall().value());
        put(figures, "allSlots", score.whole().value());
        for (Slot slot : Slot.values()) {
            put(figures, slot.field(), score.marks(slot).all().value());
        }
        put(figures, "noDistractor", 1 - part(score, Tally.DISTRACTED, Tally.DISTRACTORS));
        put(figures, "pastKeptApart", 1 - part(score, Tally.HISTORICAL_AS_CURRENT, Tally.HISTORICAL));
        return new Floor(figures);
    }

    private static double part(Score score, Tally some, Tally all) {
        return (double) score.count(some) / score.count(all);
    }

    private static void put(Map<String, Double> figures, String name, double share) {
        if (!Double.isNaN(share)) {
            figures.put(name, Math.floor(share * SCALE + 1e-9) / SCALE);
        }
    }

    /** The names of the figures that lie below another's. */
    Map<String, String> below(Floor floor) {
        Map<String, String> fallen = new LinkedHashMap<>();
        floor.figures.forEach((name, least) -> {
            double now = figures.getOrDefault(name, 0.0);
            if (now < least - 1e-9) {
                fallen.put(name, shown(now) + ", and was " + shown(least));
            }
        });
        return fallen;
    }

    /** As a line of {@code floors.yaml}. */
    String line() {
        StringBuilder line = new StringBuilder();
        figures.forEach((name, share) -> line.append(line.isEmpty() ? "" : ", ")
                .append(name)
                .append(": ")
                .append(shown(share)));
        return "{" + line + "}";
    }

    private static String shown(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
