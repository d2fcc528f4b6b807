package org.tollwatch.web;

import java.util.Optional;

/** The words of an entry, and whether they are all of the article. */
record Words(Optional<String> text, boolean whole) {

    /** Below this many characters even what is called content is taken for a summary. */
    private static final int ARTICLE = 400;

    /** A summary of this length is no summary. */
    private static final int LONG = 1_500;

    /**
     * Content is the article unless it is short or cut; a summary is when it is long and not cut.
     *
     * @param content plain text of what the feed calls content
     * @param summary plain text of what it calls description or summary
     */
    static Words of(Optional<String> content, Optional<String> summary) {
        String full = content.orElse("");
        String brief = summary.orElse("");
        boolean first = !full.isEmpty() && (full.length() >= brief.length() || full.length() >= ARTICLE);
        String text = first ? full : brief;
        int enough = first ? ARTICLE : LONG;
        return new Words(Optional.of(text).filter(t -> !t.isEmpty()), text.length() >= enough && !Teaser.is(text));
    }
}
