package org.tollwatch.gather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All feeds of a file, and of the sets that it names.
 *
 * @param pause between two requests to one host
 */
public record Feeds(List<Feed> all, Duration pause) {

    /** The feed of that name. */
    public Optional<Feed> named(String name) {
        return all.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }
}
