package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.tollwatch.ask.Json;
import org.tollwatch.evaluate.Evaluation;
import org.tollwatch.evaluate.Marks;
import org.tollwatch.evaluate.Score;
import org.tollwatch.evaluate.Share;
import org.tollwatch.evaluate.Slot;
import org.tollwatch.evaluate.Tally;

/** How well claims were read, for machines: a JSON line a language, one for all, and one a miss. */
final class EvaluationJson {

    private EvaluationJson() {}

    static void print(Evaluation evaluation, boolean misses, PrintWriter out) {
        evaluation.byLanguage().forEach((language, score) -> out.println(line(language, score)));
        out.println(line("all", evaluation.total()));
        if (misses) {
            Misses.of(evaluation).forEach(miss -> out.println(line(miss)));
        }
    }

    private static String line(String language, Score score) {
        return Json.line(to -> {
            to.writeStringField("language", language);
            for (Tally tally : Tally.values()) {
                to.writeNumberField(camel(tally.name()), score.count(tally));
            }
            share(to, "precision", score.precision());
            share(to, "recall", score.recall());
            number(to, "f1", score.f1(Tally.FOUND));
            number(to, "f1Party", score.f1(Tally.FOUND_PARTY));
            number(to, "f1ClaimantSide", score.f1(Tally.FOUND_SIDE));
            number(to, "f1AllSlots", score.f1(Tally.FOUND_WHOLE));
            number(to, "f1Days", score.f1(Tally.FOUND_DATED));
            share(to, "allSlots", score.whole());
            Json.field(to, "slots", slots -> {
                for (Slot slot : Slot.values()) {
                    Json.field(slots, slot.field(), one -> marks(one, score.marks(slot)));
                }
            });
        });
    }

    private static String line(Miss miss) {
        return Json.line(to -> {
            to.writeStringField("miss", miss.kind());
            to.writeStringField("language", miss.language());
            to.writeStringField("text", miss.text());
            Json.textIfAny(to, "claim", miss.claim());
            to.writeNumberField("start", miss.words().start());
            to.writeNumberField("end", miss.words().end());
            to.writeStringField("words", miss.words().quote());
            Json.textIfAny(to, "expected", miss.expected());
            Json.textIfAny(to, "got", miss.got());
        });
    }

    private static void marks(JsonGenerator to, Marks marks) throws IOException {
        to.writeNumberField("right", marks.right());
        to.writeNumberField("wrong", marks.wrong());
        to.writeNumberField("open", marks.open());
        share(to, "answered", marks.answered());
    }

    private static void share(JsonGenerator to, String name, Share share) throws IOException {
        Json.field(to, name, one -> {
            to.writeNumberField("right", share.right());
            to.writeNumberField("of", share.of());
            number(to, "share", share.value());
            number(to, "low", share.low());
            number(to, "high", share.high());
        });
    }

    /** Of nothing there is no share. */
    private static void number(JsonGenerator to, String name, double share) throws IOException {
        if (Double.isNaN(share)) {
            to.writeNullField(name);
        } else {
            to.writeNumberField(name, Math.round(share * 10_000) / 10_000.0);
        }
    }

    private static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
