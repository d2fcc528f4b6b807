package org.tollwatch.extract;

/**
 * Text made even for matching, with the way back.
 *
 * @param original as it was published
 * @param text NFC, plain digits, quotes and spaces
 * @param folded the same, lower-cased char by char: the same length
 * @param starts for each char of {@code text}, the char of the original where it starts
 * @param ends the same, where it ends, exclusive
 * @param codePoints how many code points of the original stand before each {@link #STEP}th char
 */
record NormalText(String original, String text, String folded, int[] starts, int[] ends, int[] codePoints) {

    static final int STEP = 256;

    /** The original's words between two chars of the normalised text. */
    String quote(int start, int end) {
        return original.substring(charStart(start), charEnd(end));
    }

    /** The code point of the original at which the normalised char starts. */
    int codePointStart(int start) {
        return codePoint(charStart(start));
    }

    /** The code point of the original, exclusive, at which the normalised char before {@code end} ends. */
    int codePointEnd(int end) {
        return codePoint(charEnd(end));
    }

    private int charStart(int start) {
        return start < starts.length ? starts[start] : original.length();
    }

    private int charEnd(int end) {
        return end == 0 ? 0 : ends[end - 1];
    }

    private int codePoint(int at) {
        int step = at / STEP;
        int from = step * STEP;
        boolean split = from > 0
                && from < at
                && Character.isLowSurrogate(original.charAt(from))
                && Character.isHighSurrogate(original.charAt(from - 1));
        return codePoints[step] + original.codePointCount(from, at) - (split ? 1 : 0);
    }
}
