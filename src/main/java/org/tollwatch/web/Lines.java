package org.tollwatch.web;

/** Plain text in its plainest form: one blank between words, no empty lines, no invisible characters but joiners. */
final class Lines {

    private Lines() {}

    /** Line by line. */
    static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        boolean line = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                line = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = true;
            } else if (!invisible(c)) {
                if (!out.isEmpty() && (line || blank)) {
                    out.append(line ? '\n' : ' ');
                }
                line = false;
                blank = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** All in one line. */
    static String one(String text) {
        return tidy(text).replace('\n', ' ');
    }

    private static boolean invisible(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u2060' || Character.isISOControl(c);
    }
}
