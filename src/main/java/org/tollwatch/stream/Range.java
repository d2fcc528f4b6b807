package org.tollwatch.stream;

/**
 * A stretch of a store's keys.
 *
 * @param from inclusive
 * @param to inclusive
 * @param last of each partition only so many, those with the largest keys, the largest first; 0: all, in order
 * @param kind of tallies only those in windows of this kind, by its label, the others of which are not read; "": all
 */
public record Range(String from, String to, int last, String kind) {

    /** All between two keys, inclusive. */
    public static Range all(String from, String to) {
        return new Range(from, to, 0, "");
    }

    /** Everything whose key begins with the fields. */
    static Range of(String fields) {
        return all(Keys.prefix(fields), Keys.after(fields));
    }

    Range inWindows(String label) {
        return new Range(from, to, last, label);
    }

    public Range {
        if (last < 0) {
            throw new IllegalArgumentException("last is 0 or more, but " + last);
        }
        if (last > 0 && !kind.isEmpty()) {
            throw new IllegalArgumentException("the last ones of one kind of window cannot be asked for");
        }
    }
}
