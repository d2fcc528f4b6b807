package org.tollwatch.gather;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tollwatch.web.Entry;
import org.tollwatch.web.PageReading;

/**
 * An article as it was found, from the feed or from its page.
 *
 * @param publishedAt empty when neither says so in a way that is understood
 * @param language as it is tagged, which is often wrong
 * @param flaws what was wrong with the entry
 */
record Content(
        String title,
        String text,
        Optional<Instant> publishedAt,
        Optional<URI> url,
        Optional<String> language,
        List<String> flaws) {

    /** All from the feed. */
    static Content of(Entry entry) {
        return new Content(
                entry.title().orElse(""),
                entry.text().orElse(""),
                entry.publishedAt().or(entry::updatedAt),
                entry.link(),
                entry.language(),
                entry.flaws());
    }

    /** The text from the page; the feed's date before the page's, and before the feed's date of a change. */
    static Content of(Entry entry, PageReading.Page page) {
        return new Content(
                entry.title().or(page::title).orElse(""),
                page.text(),
                entry.publishedAt().or(page::publishedAt).or(entry::updatedAt),
                page.canonical().filter(own -> sameSite(own, entry)).or(entry::link),
                page.language().or(entry::language),
                entry.flaws());
    }

    /** A page that says it is the front page, or somebody else's, is not believed. */
    private static boolean sameSite(URI own, Entry entry) {
        return own.getPath() != null
                && own.getPath().length() > 1
                && entry.link()
                        .map(link -> own.getHost() != null && own.getHost().equalsIgnoreCase(link.getHost()))
                        .orElse(false);
    }

    /** The same for the same article, and for no other version of it. */
    String hash() {
        return Hash.of(title, text, publishedAt);
    }
}
