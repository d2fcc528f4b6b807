package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tollwatch.evaluate.Evaluation;
import org.tollwatch.evaluate.Marks;
import org.tollwatch.evaluate.Score;
import org.tollwatch.evaluate.Share;
import org.tollwatch.evaluate.Slot;
import org.tollwatch.evaluate.Tally;

/** How well claims were read, for people: a line a language. */
final class EvaluationText {

    private static final String ALL = "all";
    private static final String NONE = "-";
    private static final int LEAST_WIDTH = 140; // a figure that is broken over lines cannot be read

    private final Console console;

    EvaluationText(Console console) {
        this.console = console;
    }

    void print(Evaluation evaluation) {
        Map<String, Score> scores = new LinkedHashMap<>(evaluation.byLanguage());
        if (scores.size() > 1) {
            scores.put(ALL, evaluation.total());
        }
        say("Claims with a quantity: found with measure and bounds at their words (95 % interval)");
        found(scores);
        say("Of those found, the share right where answered (in brackets: left open)");
        slots(scores);
        say(
                "Claims of past wars found, and shown as current; the reverse; distractors read as claims; claims without a\n"
                        + "quantity, read and found; texts that could not be read, or were taken for another language or conflict");
        others(scores);
        console.out().flush();
    }

    private void say(String title) {
        console.out().println(title);
    }

    private void found(Map<String, Score> scores) {
        Table table = table(10);
        table.add(
                "",
                "texts",
                "claims",
                "read",
                "found",
                "precision",
                "recall",
                "F1",
                "+party",
                "+side",
                "all slots",
                "+days");
        scores.forEach((language, score) -> table.add(
                language,
                number(score, Tally.TEXTS),
                number(score, Tally.WANTED),
                number(score, Tally.READ),
                number(score, Tally.FOUND),
                interval(score.precision()),
                interval(score.recall()),
                decimal(score.f1(Tally.FOUND)),
                decimal(score.f1(Tally.FOUND_PARTY)),
                decimal(score.f1(Tally.FOUND_SIDE)),
                decimal(score.f1(Tally.FOUND_WHOLE)),
                decimal(score.f1(Tally.FOUND_DATED))));
        print(table);
    }

    private void slots(Map<String, Score> scores) {
        Table table = table(10);
        List<String> head = new ArrayList<>(List.of(""));
        for (Slot slot : Slot.values()) {
            head.add(slot == Slot.CLAIMANT_SIDE ? "side" : slot.field());
        }
        head.add("all slots");
        table.add(head.toArray(String[]::new));
        scores.forEach((language, score) -> {
            List<String> row = new ArrayList<>(List.of(language));
            for (Slot slot : Slot.values()) {
                row.add(marks(score.marks(slot)));
            }
            row.add(decimal(score.whole().value()));
            table.add(row.toArray(String[]::new));
        });
        print(table);
    }

    private void others(Map<String, Score> scores) {
        Table table = table(9);
        table.add(
                "",
                "historical",
                "as current",
                "current as past",
                "distractors",
                "vague",
                "read",
                "found",
                "unread",
                "language",
                "conflict");
        scores.forEach((language, score) -> table.add(
                language,
                number(score, Tally.HISTORICAL),
                number(score, Tally.HISTORICAL_AS_CURRENT),
                number(score, Tally.CURRENT_AS_HISTORICAL),
                number(score, Tally.DISTRACTED) + " of " + number(score, Tally.DISTRACTORS),
                number(score, Tally.VAGUE_WANTED),
                number(score, Tally.VAGUE_READ),
                number(score, Tally.VAGUE_FOUND),
                number(score, Tally.UNREAD),
                mistaken(score, Tally.LANGUAGE_RECOGNISED),
                mistaken(score, Tally.CONFLICT_FOUND)));
        print(table);
    }

    private static String mistaken(Score score, Tally right) {
        return Long.toString(score.count(Tally.TEXTS) - score.count(Tally.UNREAD) - score.count(right));
    }

    private Table table(int figures) {
        Integer[] right = new Integer[figures];
        for (int i = 0; i < figures; i++) {
            right[i] = i + 1;
        }
        return new Table(2, Math.max(console.width(), LEAST_WIDTH), right);
    }

    private void print(Table table) {
        table.print(console.out());
        console.out().println();
    }

    private static String number(Score score, Tally tally) {
        return Long.toString(score.count(tally));
    }

    private static String marks(Marks marks) {
        String open = marks.open() == 0 ? "" : " (" + marks.open() + ")";
        return decimal(marks.answered().value()) + open;
    }

    private static String interval(Share share) {
        return share.of() == 0
                ? NONE
                : decimal(share.value()) + " " + decimal(share.low()) + "–" + decimal(share.high());
    }

    static String decimal(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f", share);
    }
}
