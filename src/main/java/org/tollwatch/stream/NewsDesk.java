package org.tollwatch.stream;

import java.time.Clock;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;

/**
 * Where readers of the news are made.
 *
 * @param topics that are read
 * @param clock only to tell dates of publication that lie in the future
 */
public record NewsDesk(Cluster cluster, TopicNames topics, Schemas schemas, Conflicts conflicts, Clock clock) {

    /** A reader of what comes from now on. */
    public NewsReader fromNow() {
        NewsReader reader = new NewsReader(this);
        reader.seekToEnd();
        return reader;
    }

    /** A reader that goes on where another stopped; empty when that is not on these topics, or not any more. */
    public Optional<NewsReader> from(Positions positions) {
        NewsReader reader = new NewsReader(this);
        if (reader.seek(positions)) {
            return Optional.of(reader);
        }
        reader.close();
        return Optional.empty();
    }
}
