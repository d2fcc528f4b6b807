package org.tollwatch.stream;

/**
 * A stretch of a store's keys.
 *
 * @param from inclusive
 * @param to inclusive
 * @param last of each partition only so many, those with the largest keys, the largest first; 0: all, in order
 */
public record Range(String from, String to, int last) {

    /** All between two keys, inclusive. */
    public static Range all(String from, String to) {
        return new Range(from, to, 0);
    }

    public Range {
        if (last < 0) {
            throw new IllegalArgumentException("last is 0 or more, but " + last);
        }
    }
}
