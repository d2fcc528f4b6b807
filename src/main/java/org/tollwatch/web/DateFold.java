package org.tollwatch.web;

import java.text.Normalizer;
import java.util.Locale;

/** Dates of many scripts in one spelling: digits of ASCII, small letters, no accents, no marks of direction. */
final class DateFold {

    private DateFold() {}

    static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> append(c, out));
        return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
    }

    private static void append(int c, StringBuilder out) {
        int type = Character.getType(c);
        if (c < 128) {
            out.append(c < ' ' ? ' ' : (char) c);
        } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
            out.append((char) ('0' + Character.digit(c, 10)));
        } else if (c == '\u2212' || (c >= '\u2010' && c <= '\u2015')) {
            out.append('-');
        } else if (c == '\u060c' || c == '\u3001' || c == '\uff0c') {
            out.append(',');
        } else if (c == '\u0131') {
            out.append('i');
        } else if (Character.isSpaceChar(c)) {
            out.append(' ');
        } else if (type != Character.FORMAT && !accent(c)) {
            out.appendCodePoint(c);
        }
    }

    /** Of Latin, Greek, Cyrillic and Arabic; Thai and Indic marks are letters. */
    private static boolean accent(int c) {
        return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || (c >= 0x5b0 && c <= 0x5c7);
    }
}
