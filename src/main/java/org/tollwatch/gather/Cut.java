package org.tollwatch.gather;

/** Somebody else's words inside a message of ours. */
final class Cut {

    private Cut() {}

    /** On one line, of that many code points at most. */
    static String to(int longest, String words) {
        StringBuilder flat = new StringBuilder();
        words.codePoints()
                .limit(longest + 1L)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(flat::appendCodePoint);
        int all = flat.codePointCount(0, flat.length());
        return all <= longest ? flat.toString() : flat.substring(0, flat.offsetByCodePoints(0, longest)) + "…";
    }
}
