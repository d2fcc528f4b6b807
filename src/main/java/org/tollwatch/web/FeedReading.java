package org.tollwatch.web;

import java.util.List;
import java.util.Optional;

/** What became of bytes that were expected to be a feed. */
public sealed interface FeedReading {

    /**
     * A feed, as far as it could be read.
     *
     * @param title what the feed calls itself
     * @param language of its entries where they say no other, BCP 47
     * @param entries in the feed's order, each id once
     * @param flaws what is wrong with the feed as a whole, and what was made of it
     */
    record Feed(Optional<String> title, Optional<String> language, List<Entry> entries, List<String> flaws)
            implements FeedReading {

        /** Keeps copies. */
        public Feed {
            entries = List.copyOf(entries);
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Something else.
     *
     * @param reason what it is instead, and what can be done
     */
    record NotAFeed(String reason) implements FeedReading {}
}
