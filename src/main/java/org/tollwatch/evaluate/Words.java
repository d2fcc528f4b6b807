package org.tollwatch.evaluate;

/**
 * A stretch of a text.
 *
 * @param start in code points
 * @param end exclusive
 */
public record Words(int start, int end, String quote) {

    boolean overlap(int otherStart, int otherEnd) {
        return otherStart < end && start < otherEnd;
    }

    /** How many code points both have. */
    int shared(int otherStart, int otherEnd) {
        return Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart));
    }
}
