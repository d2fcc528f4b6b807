package org.tollwatch.extract;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Makes text even for matching: NFC, one kind of space, quote, hyphen and digit, no invisible characters. One pass, linear
 * whatever the text: a base character and its marks are composed by themselves, at most {@link #CLUSTER} chars at a time.
 */
final class Normaliser {

    private static final int CLUSTER = 16;

    /** The stroke that only makes an Arabic word longer. */
    private static final char STRETCH = '\u0640';

    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private Normaliser(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static NormalText normalise(String original) {
        return new Normaliser(original.length() + 16).run(original);
    }

    /** A word of a pack or a conflict file, made even the same way. */
    static String word(String word) {
        boolean marked = false;
        boolean beyond = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            beyond |= c >= 0x80;
            marked |= c < 0x80
                    ? c < ' ' || c == '\''
                    : !Script.spaced(c) || combines(c) || plain(c) != c || c == '\u0587';
        }
        return beyond && marked ? normalise(word).text() : word;
    }

    private NormalText run(String original) {
        for (int i = 0; i < original.length(); ) {
            int end = clusterEnd(original, i);
            if (original.charAt(i) == STRETCH && end < original.length() && Character.isDigit(original.charAt(end))) {
                add(' ', i, end); // where a word is glued to a figure the stroke parts them
            } else if (original.charAt(i) == '\u0587') { // the Armenian yev, written as one letter or as two
                add('\u0565', i, end);
                add('\u0582', i, end);
            } else if (end - i == 1) {
                add(plain(original.charAt(i)), i, end);
            } else {
                cluster(original.substring(i, end), i, end);
            }
            i = end;
        }
        String normal = text.toString();
        return new NormalText(
                original,
                normal,
                fold(normal),
                Arrays.copyOf(starts, text.length()),
                Arrays.copyOf(ends, text.length()),
                codePoints(original));
    }

    /** The second half of a pair counts for nothing: the first has counted for both. */
    private static int[] codePoints(String original) {
        int[] counts = new int[original.length() / NormalText.STEP + 1];
        int count = 0;
        for (int i = 0; i < original.length(); i++) {
            if (i % NormalText.STEP == 0) {
                counts[i / NormalText.STEP] = count;
            }
            boolean second = i > 0
                    && Character.isLowSurrogate(original.charAt(i))
                    && Character.isHighSurrogate(original.charAt(i - 1));
            count += second ? 0 : 1;
        }
        if (original.length() % NormalText.STEP == 0) {
            counts[original.length() / NormalText.STEP] = count;
        }
        return counts;
    }
    /** A base character with the marks that follow it. */
    private static int clusterEnd(String s, int start) {
        int end = start + Character.charCount(s.codePointAt(start));
        while (end < s.length() && end - start < CLUSTER && combines(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean combines(char c) {
        return c >= 0x300 && (Script.mark(c) || c == 'า');
    }

    private void cluster(String cluster, int from, int to) {
        String composed = Normalizer.normalize(cluster, Normalizer.Form.NFC)
                .replace("\u0E4D\u0E32", "\u0E33"); // Thai am written as two characters
        boolean aligned = composed.equals(cluster);
        for (int i = 0; i < composed.length(); i++) {
            char c = plain(composed.charAt(i));
            if (aligned) {
                add(c, from + i, from + i + 1);
            } else {
                add(c, from, to);
            }
        }
    }

    private void add(char c, int from, int to) {
        if (c == 0) {
            return;
        }
        if (c == 'เ' && text.length() > 0 && text.charAt(text.length() - 1) == 'เ') {
            text.setCharAt(text.length() - 1, 'แ'); // Thai ae typed as two e's
            ends[text.length() - 1] = to;
            return;
        }
        joinApostrophe(c);
        if (text.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        starts[text.length()] = from;
        ends[text.length()] = to;
        text.append(c);
    }

    /** Arabic vowel signs, and accents that no letter has taken up: most texts leave them out. */
    private static boolean vowelSign(char c) {
        return c >= 0x64B && c <= 0x65F || c == 0x670 || c >= 0x300 && c <= 0x36F;
    }

    /** Between two Cyrillic letters an apostrophe is a letter, and parts nothing: п'ять. */
    private void joinApostrophe(char c) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(last) == '\'' && cyrillic(c) && cyrillic(text.charAt(last - 1))) {
            text.setCharAt(last, '\u02BC');
        }
    }

    private static boolean cyrillic(char c) {
        return c >= 0x400 && c <= 0x52F;
    }

    /** The plain form of a character; 0 when it is invisible. */
    private static char plain(char c) {
        if (c < 0x80) {
            return c >= ' ' || c == '\n' ? c : ' ';
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u02BC', '\u0060', '\u00B4' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2212' -> '-';
            case '\u2014', '\u2015' -> '\u2013';
            case '\u2028', '\u2029', '\u0085' -> '\n';
            case '\u2026' -> '.'; // an ellipsis
            case '\u0589' -> ':'; // the Armenian full stop, often typed as a colon
            case '\u060C', '\u066C' -> ','; // Arabic commas
            case '\u061B' -> ';';
            case '\u061F' -> '?';
            case '\u066A' -> '%';
            case '\u066B' -> '.';
            case STRETCH -> 0; // the Arabic stroke that only stretches a word
            case '\u055B', '\u055C', '\u055D', '\u055E' -> 0; // Armenian marks of tone and pause, which part no words
            default -> general(c);
        };
    }

    private static char general(char c) {
        if (Script.spaced(c) && Character.isLetter(c)) {
            return c;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.CONTROL -> ' ';
            case Character.FORMAT -> 0;
            case Character.NON_SPACING_MARK -> vowelSign(c) ? 0 : c;
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            default -> c == '\uFEFF' ? 0 : c;
        };
    }

    /**
     * Lower case, and letters that are written one for the other made one, char by char: the length stays, and no locale has a
     * say.
     */
    static String fold(String s) {
        char[] chars = s.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = chars[i] < 0x80 ? lower(chars[i]) : like(Character.toLowerCase(chars[i]));
        }
        return new String(chars);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static char like(char c) {
        return switch (c) {
            case '\u0451' -> '\u0435'; // Russian yo, mostly written ye
            case '\u0131' -> 'i'; // a dotless i, whose capital is everybody's I
            case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627'; // alif with and without its marks
            case '\u0649' -> '\u064A'; // the last ya, with and without dots
            case '\u0629' -> '\u0647'; // the last ta, with and without dots
            default -> c;
        };
    }
}
