package org.tollwatch.gather;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What became of a fetch. */
sealed interface Answer {

    /**
     * Something new.
     *
     * @param at where it was found in the end
     * @param body unpacked
     * @param moved where it is for good, when all redirects to it were permanent
     */
    record Got(
            URI at,
            byte[] body,
            Optional<String> type,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<URI> moved)
            implements Answer {}

    /** The same as last time. */
    record Unchanged() implements Answer {}

    /**
     * Nothing.
     *
     * @param status of the answer; 0 where there was none
     * @param pause how long the server asks to wait
     */
    record Failed(Trouble trouble, String why, int status, Optional<Duration> pause) implements Answer {

        static Failed of(Trouble trouble, String why) {
            return new Failed(trouble, why, 0, Optional.empty());
        }
    }
}
