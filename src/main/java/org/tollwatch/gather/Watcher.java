package org.tollwatch.gather;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Looks at a feed once, publishes what is new, and remembers. */
interface Watcher {

    /** @return when to look again; it fails only when Kafka did not take what was found */
    CompletableFuture<Instant> look(Feed feed);
}
