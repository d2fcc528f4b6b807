package org.tollwatch.web;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What became of bytes that were expected to be a page with an article. */
public sealed interface PageReading {

    /**
     * A page that holds an article.
     *
     * @param title of the article, not of the site
     * @param text of the article, without menus, lists, captions and the like; paragraphs parted by a line break
     * @param publishedAt when the page says it was published; empty when it does not say or is not understood, never now
     * @param canonical the address that the page gives itself
     * @param language as the page tags it, BCP 47
     */
    record Page(
            Optional<String> title,
            String text,
            Optional<Instant> publishedAt,
            Optional<URI> canonical,
            Optional<String> language)
            implements PageReading {}

    /**
     * A page without one.
     *
     * @param reason what it is instead
     */
    record NoArticle(String reason) implements PageReading {}
}
