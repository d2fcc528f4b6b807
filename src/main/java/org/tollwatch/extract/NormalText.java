package org.tollwatch.extract;

/**
 * Text made even for matching, with the way back.
 *
 * @param text NFC, plain digits, quotes and spaces
 * @param folded the same, lower-cased char by char: the same length
 * @param starts for each char of {@code text}, the code point of the original where it starts
 * @param ends the same, where it ends, exclusive
 */
record NormalText(String text, String folded, int[] starts, int[] ends) {

    /** The original's code point at which the normalised char starts. */
    int originalStart(int start) {
        return start < starts.length ? starts[start] : ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** The original's code point, exclusive, at which the normalised char before {@code end} ends. */
    int originalEnd(int end) {
        return end == 0 ? 0 : ends[end - 1];
    }
}
