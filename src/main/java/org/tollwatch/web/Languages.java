package org.tollwatch.web;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Which language an element says it is in. */
final class Languages {

    private static final int DEEPEST = 100;

    private Languages() {}

    /** By its own part, else by {@code xml:lang} of it or of what it stands in. */
    static Optional<String> of(Element item, Parts parts) {
        Optional<String> own = parts.named("language", "dc:language")
                .flatMap(element -> tag(parts.text(element)).stream())
                .findFirst();
        return own.or(() -> around(item));
    }

    private static Optional<String> around(Element item) {
        Element at = item;
        for (int i = 0; at != null && i < DEEPEST; i++, at = at.parent()) {
            Optional<String> tag = tag(at.attr("xml:lang"));
            if (tag.isPresent()) {
                return tag;
            }
        }
        return Optional.empty();
    }

    /** {@code en_US} as {@code en-US}; empty when it is no tag of BCP 47. */
    static Optional<String> tag(String written) {
        String tag = written.strip().replace('_', '-');
        boolean letters = tag.length() >= 2
                && tag.length() <= 35
                && tag.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))
                && tag.chars().limit(2).allMatch(c -> c != '-' && !Character.isDigit(c));
        boolean short_ = letters && (tag.indexOf('-') < 0 ? tag.length() <= 3 : tag.indexOf('-') <= 3);
        return short_ ? Optional.of(tag) : Optional.empty();
    }
}
