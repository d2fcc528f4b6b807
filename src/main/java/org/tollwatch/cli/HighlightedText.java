package org.tollwatch.cli;

import java.io.PrintWriter;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A text wrapped to a width, with some of its words marked and numbered. */
final class HighlightedText {

    /**
     * Words to mark.
     *
     * @param start in code points of the text
     * @param end exclusive
     */
    record Mark(int number, int start, int end) {}

    private final String text;
    private final Style style;
    private final BitSet marked = new BitSet();
    private final Map<Integer, String> numbers = new TreeMap<>();

    HighlightedText(String text, List<Mark> marks, Style style) {
        this.text = text;
        this.style = style;
        int length = text.codePointCount(0, text.length());
        for (Mark mark : marks) {
            int start = text.offsetByCodePoints(0, Math.min(mark.start(), length));
            int end = text.offsetByCodePoints(0, Math.min(mark.end(), length));
            if (start < end) {
                marked.set(start, end);
                numbers.merge(end, "{" + mark.number() + "}", String::concat);
            }
        }
    }

    /** @param locale whose rules say where a line may be broken: Thai writes no spaces */
    void print(PrintWriter out, int width, Locale locale) {
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        int column = 0;
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String rendered = piece(from, to);
            int columns = DisplayWidth.of(plain(from, to).stripTrailing());
            if (column > 0 && column + columns > width) {
                out.println();
                column = 0;
            }
            if (rendered.endsWith("\n")) {
                out.println(rendered.stripTrailing());
                column = 0;
            } else {
                out.print(rendered);
                column += DisplayWidth.of(plain(from, to));
            }
        }
        if (column > 0) {
            out.println();
        }
    }

    /** With the marks, each closed where the piece ends: colour never runs over a line's end. */
    private String piece(int from, int to) {
        StringBuilder piece = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (marked.get(at) && (at == from && style.closesAtBreaks() || !isMarkedBefore(at))) {
                piece.append(style.on());
            }
            piece.append(text.charAt(at));
            boolean ends = marked.get(at) && (!marked.get(at + 1) || at + 1 == to && style.closesAtBreaks());
            if (ends) {
                piece.append(style.off());
            }
            piece.append(numbers.getOrDefault(at + 1, ""));
        }
        return piece.toString();
    }

    private String plain(int from, int to) {
        StringBuilder plain = new StringBuilder(text.substring(from, to));
        for (int at = from + 1; at <= to; at++) {
            plain.append(numbers.getOrDefault(at, ""));
        }
        return plain.toString();
    }

    private boolean isMarkedBefore(int at) {
        return at > 0 && marked.get(at - 1);
    }
}
