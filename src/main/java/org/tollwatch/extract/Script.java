package org.tollwatch.extract;

import java.util.Set;

/** Where words may begin and end, by the characters alone. */
final class Script {

    private Script() {}

    private static final byte SPACED = 1;
    private static final byte MARK = 2;

    /** What every character is: asking for it letter by letter is most of the work of reading. */
    private static final byte[] KINDS = kinds();

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << Character.SIZE];
        for (int c = 0; c < kinds.length; c++) {
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            kinds[c] = !unspaced((char) c) && Character.isLetterOrDigit(c) ? SPACED : mark ? MARK : 0;
        }
        return kinds;
    }

    /** A letter or digit of a script that puts spaces between words. */
    static boolean spaced(char c) {
        return KINDS[c] == SPACED;
    }

    /** A mark that stands on the letter before it. */
    static boolean mark(char c) {
        return KINDS[c] == MARK;
    }

    /** Thai, Lao, Myanmar, Khmer, and the scripts of Chinese and Japanese: no spaces between words. */
    static boolean unspaced(char c) {
        return c >= 0x0E00 && c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x9FFF;
    }

    /** One past the ending that follows a word that ends at {@code at}; there where the word itself ends; 0 when neither does. */
    static int ending(NormalText text, int at, int limit, Set<String> endings) {
        if (endsHere(text.text(), at)) {
            return at;
        }
        int end = at;
        while (end < limit && Character.isLetter(text.text().charAt(end))) {
            end++;
        }
        return endings.contains(text.folded().substring(at, end)) ? end : 0;
    }

    static boolean startsHere(String s, int at) {
        return at == 0 || (!spaced(s.charAt(at)) || !spaced(s.charAt(at - 1))) && !thaiLead(s.charAt(at - 1));
    }

    /** A Thai vowel that is written before the consonant it is spoken after: no word ends with it. */
    private static boolean thaiLead(char c) {
        return c >= '\u0E40' && c <= '\u0E44';
    }

    /** A Thai vowel that is written after the consonant it is spoken after: no word begins with it. */
    private static boolean thaiTail(char c) {
        return c == '\u0E30' || c == '\u0E32' || c == '\u0E33' || c == '\u0E45';
    }

    static boolean endsHere(String s, int at) {
        if (at >= s.length()) {
            return true;
        }
        char next = s.charAt(at);
        return KINDS[next] != MARK && !thaiTail(next) && (!spaced(next) || !spaced(s.charAt(at - 1)));
    }
}
