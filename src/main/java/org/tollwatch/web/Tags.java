package org.tollwatch.web;

import java.util.Set;

/** What HTML's elements are to a reader of plain text. */
final class Tags {

    private static final Set<String> BLOCKS = set(
            "address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2",
            "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul");

    private static final Set<String> SILENT = set(
            "applet audio button canvas embed figcaption head iframe input map math noframes noscript select script",
            "style svg template textarea video");

    private static final Set<String> CELLS = Set.of("td", "th");

    private Tags() {}

    /** Whether it begins and ends a line. */
    static boolean block(String name) {
        return BLOCKS.contains(name);
    }

    /** Whether none of its words belong to a text. */
    static boolean silent(String name) {
        return SILENT.contains(name);
    }

    /** Whether a blank parts it from its neighbour. */
    static boolean cell(String name) {
        return CELLS.contains(name);
    }

    private static Set<String> set(String... lines) {
        return Set.of(String.join(" ", lines).split(" "));
    }
}
