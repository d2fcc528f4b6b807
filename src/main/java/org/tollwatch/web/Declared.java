package org.tollwatch.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which charsets a body is said to be in: by the header first, then by its XML declaration, then by its {@code <meta>}. */
final class Declared {

    /** Browsers look for the declaration this far, and no farther. */
    private static final int PRESCAN = 4096;

    private Declared() {}

    /** In the order in which they count; may be empty. */
    static List<String> labels(byte[] body, Optional<String> contentType) {
        List<String> labels = new ArrayList<>();
        contentType
                .flatMap(type -> after(type.toLowerCase(Locale.ROOT), "charset"))
                .ifPresent(labels::add);
        String head = new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        xml(head).ifPresent(labels::add);
        meta(head).ifPresent(labels::add);
        return labels;
    }

    private static Optional<String> xml(String head) {
        int from = head.indexOf("<?xml ");
        int to = from < 0 ? -1 : head.indexOf('>', from);
        return to < 0 ? Optional.empty() : after(head.substring(from, to), "encoding");
    }

    private static Optional<String> meta(String head) {
        for (int from = head.indexOf("<meta"); from >= 0; from = head.indexOf("<meta", from + 1)) {
            int to = head.indexOf('>', from);
            Optional<String> found = to < 0 ? Optional.empty() : after(head.substring(from, to), "charset");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The value of {@code name = "value"}, quoted or not. */
    private static Optional<String> after(String text, String name) {
        int at = text.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        at = skip(text, at + name.length(), " \t\r\n");
        if (at >= text.length() || text.charAt(at) != '=') {
            return Optional.empty();
        }
        at = skip(text, at + 1, " \t\r\n\"'");
        int end = at;
        while (end < text.length() && "\"'; \t\r\n?>/,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == at ? Optional.empty() : Optional.of(text.substring(at, end));
    }

    private static int skip(String text, int from, String what) {
        int at = from;
        while (at < text.length() && what.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
