package org.tollwatch.gather;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a feed stands.
 *
 * @param place where it was asked; what else is here holds for that place only
 * @param lastTry when it was last asked; so with the others
 * @param lastNewItem when an item was seen that had not been seen before
 * @param failures in a row
 * @param trouble the last failure, while there is one
 * @param moved where it is for good, as its server says
 * @param perDay the usual number of items a day
 */
record Standing(
        String place,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<Instant> lastTry,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastNewItem,
        int failures,
        Optional<Instant> nextTry,
        Optional<Trouble> trouble,
        Optional<String> why,
        Optional<String> moved,
        Optional<Double> perDay) {

    /** Of a feed that was never asked. */
    static Standing never(String place) {
        return new Standing(
                place,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing new, and nothing wrong. */
    Standing unchanged(Instant now, Instant next) {
        return succeeded(etag, lastModified, moved, perDay, lastNewItem, now, next);
    }

    Standing succeeded(
            Optional<String> tag,
            Optional<String> modified,
            Optional<String> to,
            Optional<Double> usual,
            Optional<Instant> news,
            Instant now,
            Instant next) {
        return new Standing(
                place,
                tag,
                modified,
                Optional.of(now),
                Optional.of(now),
                news.or(() -> lastNewItem),
                0,
                Optional.of(next),
                Optional.empty(),
                Optional.empty(),
                to,
                usual.or(() -> perDay));
    }

    Standing failed(Trouble kind, String reason, Instant now, Instant next) {
        return new Standing(
                place,
                etag,
                lastModified,
                Optional.of(now),
                lastSuccess,
                lastNewItem,
                failures + 1,
                Optional.of(next),
                Optional.of(kind),
                Optional.of(reason),
                moved,
                perDay);
    }
}
