package org.tollwatch.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a language's texts of one kind that may not fall: shares, rounded down to three decimals. Those of the slots
 * are of all claims wanted that state them, found or not, so that none falls because more is found.
 */
record Floor(Map<String, Double> figures) {

    private static final double SCALE = 1000;

    static Floor of(Collection<TextResult> results) {
        Score score = Score.of(results);
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "precision", score.precision().value());
        put(figures, "recall", score.recall().value());
        put(figures, "allSlots", new Share(score.count(Tally.FOUND_WHOLE), score.count(Tally.WANTED)).value());
        put(figures, "days", new Share(score.count(Tally.FOUND_DATED), score.count(Tally.WANTED)).value());
        for (Slot slot : Slot.values()) {
            if (slot != Slot.BOUNDS && slot != Slot.MEASURE) { // recall has both
                put(figures, slot.field(), new Share(score.marks(slot).right(), asked(results, slot)).value());
            }
        }
        if (score.count(Tally.READ) > 0) { // what is not read at all distracts nobody
            put(figures, "noDistractor", 1 - part(score, Tally.DISTRACTED, Tally.DISTRACTORS));
        }
        put(figures, "pastKeptApart", 1 - part(score, Tally.HISTORICAL_AS_CURRENT, Tally.HISTORICAL));
        return new Floor(figures);
    }

    private static long asked(Collection<TextResult> results, Slot slot) {
        return results.stream()
                .flatMap(result -> result.text().claims().stream())
                .filter(gold -> gold.required() && gold.accepted().containsKey(slot))
                .count();
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
