package org.tollwatch.gather;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is remembered of all feeds. Changes only when Kafka has the change. */
final class Memory {

    private final Map<String, FeedMemory> feeds = new ConcurrentHashMap<>();

    FeedMemory of(String feed) {
        return feeds.computeIfAbsent(feed, name -> new FeedMemory());
    }

    void apply(List<Change> changes) {
        for (Change change : changes) {
            FeedMemory feed = of(change.feed());
            if (change instanceof Change.Stands stands) {
                feed.set(stands.standing());
            } else if (change instanceof Change.Knows knows) {
                feed.set(knows.item());
            } else if (change instanceof Change.Forgets forgets) {
                feed.remove(forgets.mark());
            }
        }
    }

    /** All of it anew. */
    void replace(List<Change> changes) {
        feeds.clear();
        apply(changes);
    }
}
