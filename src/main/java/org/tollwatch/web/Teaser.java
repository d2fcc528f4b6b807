package org.tollwatch.web;

import java.util.List;

/** Whether a text breaks off, or ends by asking to be read elsewhere. */
final class Teaser {

    private static final List<String> ENDS = List.of("...", "…", "[...]", "[…]", "(...)", "(…)", ">>", "→", "»»");
    private static final int END = 60;

    private Teaser() {}

    static boolean is(String text) {
        String end = text.substring(Math.max(0, text.length() - END)).strip();
        return ENDS.stream().anyMatch(end::endsWith) || Invitations.toGoOn(end.substring(end.lastIndexOf('\n') + 1));
    }
}
