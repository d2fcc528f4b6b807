package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into sentences: at line ends, at full stops that end one (also where the next sentence is glued on), and, in
 * scripts without full stops, before the words that open a sentence. No sentence is longer than {@link #LONGEST}, so that
 * whatever is done inside one stays bounded.
 */
final class Splitter {

    static final int LONGEST = 1500;

    /** A name with its title, and a word that leads in: what is shorter is no sentence, and what follows belongs to it. */
    private static final int NAME = 36;

    /** The Armenian mark of a question, which stands inside the word that asks. */
    private static final char ASKING = '\u055E';

    /**
     * A sentence.
     *
     * @param start inclusive, in chars of the normalised text
     * @param paragraph counts the lines
     * @param asks whether it is a question
     */
    record Span(int start, int end, int paragraph, boolean asks) {}

    private final LanguagePack pack;
    private final NormalText normal;
    private final String text;
    private final boolean dots;
    private final List<Span> spans = new ArrayList<>();
    private int start;
    private int paragraph;

    private Splitter(LanguagePack pack, NormalText normal) {
        this.pack = pack;
        this.normal = normal;
        this.text = normal.text();
        this.dots = pack.fullStop() == '.' || !stopped();
    }

    /** Whether the text ends its sentences with the language's own full stop; many write a dot all the same. */
    private boolean stopped() {
        int stops = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean ends = i + 1 == text.length() || text.charAt(i + 1) <= ' ';
            stops += ends && text.charAt(i) == pack.fullStop() ? 1 : 0;
        }
        return stops > 0;
    }

    static List<Span> split(LanguagePack pack, NormalText text) {
        return new Splitter(pack, text).run();
    }

    private List<Span> run() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && !goesOn(i)) {
                cut(i, false);
                paragraph++;
            } else if ((c == '?' || c == '!' || stop(c)) && ends(i)) {
                int end = closing(i + 1);
                cut(end, c == '?');
                i = end - 1;
            } else if (c == ' ' && (i - start >= LONGEST || i - start >= NAME && starter(i + 1))) {
                cut(i, false);
            } else if (i - start >= 2 * LONGEST) {
                cut(i, false);
            }
        }
        cut(text.length(), false);
        return spans;
    }

    /** A list with a line for each entry: the line ends with a comma, or so that the next begins small, or with a dash. */
    private boolean goesOn(int at) {
        int last = at - 1;
        while (last >= start && text.charAt(last) == ' ') {
            last--;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) <= ' ' && next - at < 4) {
            next++;
        }
        return last >= start
                && ",;:".indexOf(text.charAt(last)) >= 0
                && text.charAt(last) != pack.fullStop()
                && next < text.length()
                && (text.charAt(last) == ','
                        || Character.isLowerCase(text.charAt(next))
                        || "-\u2013\u2022*".indexOf(text.charAt(next)) >= 0);
    }

    private void cut(int end, boolean asks) {
        int from = start;
        while (from < end && text.charAt(from) <= ' ') {
            from++;
        }
        if (from < end) {
            spans.add(new Span(
                    from, end, paragraph, asks || normal.quote(from, end).indexOf(ASKING) >= 0));
        }
        start = Math.max(end, start);
    }

    private boolean ends(int at) {
        if (!stop(text.charAt(at))) {
            return true;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        if (Script.unspaced(before) || abbreviation(at)) {
            return false;
        }
        int next = closing(at + 1);
        if (next >= text.length()) {
            return true;
        }
        char after = text.charAt(next);
        if (after == ' ' || after == '\n') {
            int word = next;
            while (word < text.length()
                    && (text.charAt(word) == ' ' || text.charAt(word) == '"' || text.charAt(word) == '(')) {
                word++;
            }
            return word >= text.length() || !Character.isLowerCase(text.charAt(word));
        }
        return Character.isUpperCase(after)
                && (Character.isLowerCase(before)
                        || next > at + 1
                        || Digits.digit(before)
                        || before == '"'
                        || before == ')');
    }

    private boolean stop(char c) {
        return c == '.' && dots || c == pack.fullStop();
    }

    /** Past the quotes and brackets that close with the sentence. */
    private int closing(int at) {
        int end = at;
        while (end < text.length() && end < at + 4 && "\")]'.?!".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** The word before the stop is a known abbreviation or an initial. */
    private boolean abbreviation(int at) {
        int from = at;
        while (from > 0 && at - from < 12 && (Script.spaced(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String word = text.substring(from, at);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || pack.abbreviations().contains(Normaliser.fold(word)) && !counts(from, at);
    }

    /** "Cost 4,8 млрд. В ходе войны": a number's own abbreviation with a capital behind it ends the sentence all the same. */
    private boolean counts(int from, int at) {
        boolean number = from > 1 && text.charAt(from - 1) == ' ' && Digits.digit(text.charAt(from - 2));
        boolean opens =
                at + 2 < text.length() && text.charAt(at + 1) == ' ' && Character.isUpperCase(text.charAt(at + 2));
        return number
                && opens
                && pack.words().longest(normal, from, text.length()).senses().stream()
                        .anyMatch(sense -> sense.tag() == Tag.MULTIPLIER);
    }

    /** A word for a part of the figure before ("ส่วนใหญ่เป็น", most of them) goes on with the sentence. */
    private boolean part(int at) {
        return pack.words().longest(normal, at, text.length()).senses().stream()
                .anyMatch(sense -> sense.tag() == Tag.SUBSET);
    }

    private boolean starter(int at) {
        if (at >= text.length() || !Script.unspaced(text.charAt(at))) {
            return false;
        }
        for (String word : pack.leads()) {
            if (text.startsWith(word, at - 1 - word.length())) {
                return false;
            }
        }
        for (String word : pack.starters()) {
            if (text.startsWith(word, at)) {
                return !part(at);
            }
        }
        return false;
    }
}
