package org.tollwatch.serve;

import java.util.List;
import java.util.stream.Collectors;

/** Texts of others in the cells of a table. */
final class Cells {

    /** Parts the items of a list, as tools for HXL read columns with the attribute {@code +list}. */
    private static final String BAR = "|";

    private static final String BROKEN_BAR = "\u00a6";

    /** What spreadsheets take for the beginning of a formula; the wide ones where East Asian text is usual. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private Cells() {}

    /** The text, behind a ' where a spreadsheet would run it as a formula. */
    static String text(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || Character.isWhitespace(c);
    }

    /** All in one cell; what there is none of leaves its place empty, so that lists of one row stand side by side. */
    static String list(List<?> texts) {
        return text(texts.stream()
                .map(text -> text == null ? "" : text.toString().replace(BAR, BROKEN_BAR))
                .collect(Collectors.joining(BAR)));
    }
}
