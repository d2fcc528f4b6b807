package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tollwatch.evaluate.Answer;
import org.tollwatch.evaluate.Bounds;
import org.tollwatch.evaluate.Distracted;
import org.tollwatch.evaluate.Evaluation;
import org.tollwatch.evaluate.GoldClaim;
import org.tollwatch.evaluate.Got;
import org.tollwatch.evaluate.Pair;
import org.tollwatch.evaluate.Slot;
import org.tollwatch.evaluate.TextResult;
import org.tollwatch.evaluate.Words;
import org.tollwatch.ledger.Count;

/** Lists what was not read as a person reads it, text by text. */
final class Misses {

    private final TextResult result;
    private final List<Miss> misses = new ArrayList<>();

    private Misses(TextResult result) {
        this.result = result;
    }

    static List<Miss> of(Evaluation evaluation) {
        return evaluation.results().stream()
                .flatMap(result -> new Misses(result).all().stream())
                .toList();
    }

    private List<Miss> all() {
        result.unread().ifPresent(why -> add("unread", "", new Words(0, 0, ""), "", why));
        result.missed().forEach(gold -> add(missed("missed", gold), gold.id(), gold.words(), claim(gold), ""));
        result.pairs().forEach(this::pair);
        for (Distracted distracted : result.distracted()) {
            Words words = distracted.distractor().words();
            add("distractor", "", words, distracted.distractor().why(), claim(distracted.got()));
        }
        result.extras().stream()
                .filter(got -> result.distracted().stream().noneMatch(d -> d.got() == got))
                .forEach(got -> add("extra", "", got.words(), "", claim(got)));
        return misses;
    }

    private void pair(Pair pair) {
        GoldClaim gold = pair.gold();
        switch (pair.kind()) {
            case OTHER_BOUNDS ->
                add(
                        missed("bounds", gold),
                        gold.id(),
                        gold.words(),
                        bounds(gold),
                        range(pair.got().count()));
            case OTHER_MEASURE -> slot(pair, Slot.MEASURE, Answer.WRONG);
            default -> {
                for (Map.Entry<Slot, Answer> answer : pair.answers().entrySet()) {
                    slot(pair, answer.getKey(), answer.getValue());
                }
            }
        }
    }

    private void slot(Pair pair, Slot slot, Answer answer) {
        if (answer != Answer.RIGHT) {
            GoldClaim gold = pair.gold();
            String expected = gold.expected(slot).isEmpty() ? "none" : gold.expected(slot);
            String got = pair.got().value(slot).isEmpty() ? "none" : pair.got().value(slot);
            add(missed(slot.field(), gold), gold.id(), words(pair), expected, got);
        }
    }

    /** A set need not say which words a claim stands on. */
    private static Words words(Pair pair) {
        return pair.gold().words().quote().isEmpty()
                ? pair.got().words()
                : pair.gold().words();
    }

    private void add(String kind, String claim, Words words, String expected, String got) {
        misses.add(
                new Miss(kind, result.text().language(), result.text().article().id(), claim, words, expected, got));
    }

    /** Claims without a quantity are told apart. */
    private static String missed(String kind, GoldClaim gold) {
        return gold.required() ? kind : kind + " (no quantity)";
    }

    private static String claim(GoldClaim gold) {
        return words(gold.expected(Slot.MEASURE), bounds(gold), gold.expected(Slot.STATUS), gold.expected(Slot.PARTY));
    }

    private static String claim(Got got) {
        return words(got.value(Slot.MEASURE), range(got.count()), got.value(Slot.STATUS), got.value(Slot.PARTY));
    }

    private static String words(String measure, String count, String status, String party) {
        String whose = (status.isEmpty() || status.equals("ANY") ? "" : ", " + status.toLowerCase(Locale.ROOT))
                + (party.isEmpty() ? "" : ", " + party);
        return measure.toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count + whose;
    }

    private static String bounds(GoldClaim gold) {
        Bounds bounds = gold.bounds().get(0);
        return Figures.range(
                bounds.low(), bounds.best().orElse(bounds.low()), bounds.high().orElse(Count.OPEN));
    }

    private static String range(Count count) {
        return Figures.range(count.low(), count.best(), count.high());
    }
}
