package org.tollwatch.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One item of a feed.
 *
 * @param id what the feed calls it for ever: its guid or Atom id, else its link, else a hash of its title and text; never empty
 * @param link where the article stands, absolute, http or https
 * @param title plain text in one line
 * @param text plain text, paragraphs parted by a line break: the full text where the feed carries it, else the summary
 * @param whole whether {@code text} is the full article, so that its page need not be fetched
 * @param publishedAt when the feed says it was published; empty when it does not say or is not understood, never now
 * @param updatedAt when the feed says it was last changed; empty likewise
 * @param language as the feed tags it, BCP 47
 * @param flaws what is wrong with the entry, and what was made of it
 */
public record Entry(
        String id,
        Optional<URI> link,
        Optional<String> title,
        Optional<String> text,
        boolean whole,
        Optional<Instant> publishedAt,
        Optional<Instant> updatedAt,
        Optional<String> language,
        List<String> flaws) {

    /** An entry without an id could not be told from another. */
    public Entry {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an entry needs an id");
        }
        flaws = List.copyOf(flaws);
    }
}
