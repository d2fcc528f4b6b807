package org.tollwatch.web;

import java.util.Optional;
import java.util.StringJoiner;

/** A reading in lines, a field after the other, {@code -} for what is empty. */
final class Shown {

    private Shown() {}

    static String of(FeedReading reading) {
        if (reading instanceof FeedReading.NotAFeed not) {
            return "no feed: " + not.reason();
        }
        FeedReading.Feed feed = (FeedReading.Feed) reading;
        StringJoiner lines = new StringJoiner("\n");
        lines.add("feed: " + shown(feed.title()) + " | " + shown(feed.language()) + " | "
                + String.join("; ", feed.flaws()));
        feed.entries().forEach(entry -> lines.add(of(entry)));
        return lines.toString();
    }

    private static String of(Entry entry) {
        return "- " + shown(entry.title()) + " | " + shown(entry.link()) + " | " + entry.id() + " | "
                + shown(entry.publishedAt()) + " | " + shown(entry.updatedAt()) + " | "
                + shown(entry.text()).replace("\n", " / ") + " | " + (entry.whole() ? "whole" : "-") + " | "
                + shown(entry.language()) + " | " + String.join("; ", entry.flaws());
    }

    static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
