package org.tollwatch.gather;

import java.net.URI;
import java.util.Optional;

/**
 * What is to be fetched.
 *
 * @param etag of what is there already
 * @param lastModified of what is there already, as the server wrote it
 */
record Wanted(
        URI url,
        Optional<String> etag,
        Optional<String> lastModified,
        Limits limits,
        String agent,
        boolean allowPrivate) {

    /** A page beside the feed, within the feed's limits. */
    static Wanted plain(URI url, Feed feed) {
        return new Wanted(url, Optional.empty(), Optional.empty(), feed.limits(), feed.agent(), feed.allowPrivate());
    }
}
