package org.tollwatch.cli;

import java.io.PrintWriter;
import org.tollwatch.evaluate.Evaluation;
import org.tollwatch.evaluate.Words;

/** The list of misses, for people: text, offsets, words, what was expected and what was read. */
final class MissText {

    private final Console console;

    MissText(Console console) {
        this.console = console;
    }

    void print(Evaluation evaluation) {
        PrintWriter out = console.out();
        String text = "";
        for (Miss miss : Misses.of(evaluation)) {
            if (!miss.text().equals(text)) {
                text = miss.text();
                out.println(Style.bold(console).of(miss.language() + " " + text));
            }
            out.println("  " + miss.kind() + ": " + said(miss));
            Words words = miss.words();
            String quote = words.quote().isEmpty() ? "" : " “" + words.quote().replace('\n', ' ') + "”";
            out.println("    " + words.start() + "–" + words.end() + quote + id(miss));
        }
    }

    private static String said(Miss miss) {
        if (miss.expected().isEmpty()) {
            return miss.got();
        }
        return miss.got().isEmpty() ? miss.expected() : miss.expected() + ", but read " + miss.got();
    }

    private static String id(Miss miss) {
        return miss.claim().isEmpty() ? "" : "  (" + miss.claim() + ")";
    }
}
