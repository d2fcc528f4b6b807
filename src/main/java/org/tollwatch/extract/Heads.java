package org.tollwatch.extract;

/** A bit for the first letters of each word, as many as three: most places in a text are told by it to hold none. */
final class Heads {

    /** Letters at the head of a word that it is looked up by. */
    private static final int LETTERS = 3;

    private final long[] bits = new long[1 << 10];

    void add(String folded) {
        int head = head(folded, 0, Math.min(LETTERS, folded.length()));
        bits[head >>> 6] |= 1L << head;
    }

    /** Whether a word may begin there; where it says no, none does. */
    boolean begins(String folded, int at) {
        for (int length = Math.min(LETTERS, folded.length() - at); length > 0; length--) {
            int head = head(folded, at, length);
            if ((bits[head >>> 6] & 1L << head) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int head(String folded, int at, int length) {
        int mixed = length;
        for (int i = at; i < at + length; i++) {
            mixed = mixed * 31 + folded.charAt(i);
        }
        return (mixed ^ mixed >>> 16) & 0xFFFF;
    }
}
