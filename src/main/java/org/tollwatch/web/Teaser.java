package org.tollwatch.web;

import java.util.List;
import java.util.Locale;

/** Whether a text breaks off, or ends by asking to be read elsewhere. */
final class Teaser {

    private static final List<String> ENDS = List.of("...", "…", "[...]", "[…]", "(...)", "(…)", "»", ">>", "→");
    private static final List<String> INVITES = List.of(
            "read more",
            "continue reading",
            "read the full",
            "full story",
            "read on",
            "more on",
            "читать далее",
            "подробнее",
            "читати далі",
            "lire la suite",
            "en savoir plus",
            "leer más",
            "seguir leyendo",
            "devamı",
            "davamı",
            "اقرأ المزيد",
            "اقرأ أيضا",
            "המשך קריאה",
            "xem thêm",
            "đọc tiếp",
            "อ่านต่อ",
            "կարդալ ավելին",
            "weiterlesen");

    private Teaser() {}

    static boolean is(String text) {
        String end = text.substring(Math.max(0, text.length() - 60)).strip().toLowerCase(Locale.ROOT);
        String line = end.substring(end.lastIndexOf('\n') + 1);
        return ENDS.stream().filter(e -> !e.equals("»")).anyMatch(end::endsWith)
                || INVITES.stream().anyMatch(line::contains);
    }
}
