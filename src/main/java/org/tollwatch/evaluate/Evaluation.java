package org.tollwatch.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts of some gold sets, read and compared. */
public record Evaluation(List<TextResult> results) {

    public Evaluation {
        results = List.copyOf(results);
    }

    public static Evaluation of(List<GoldText> texts, Evaluator evaluator) {
        return new Evaluation(texts.stream().map(evaluator::evaluate).toList());
    }

    public Score total() {
        return Score.of(results);
    }

    /** Languages by code, sorted. */
    public Map<String, Score> byLanguage() {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.text().language(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Score::of)));
    }
}
