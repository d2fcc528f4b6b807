package org.tollwatch.feed;

/** Somebody else's words inside a message of ours: short, and on one line. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String brief(String words) {
        return brief(words, LONGEST);
    }

    /** @param longest in code points */
    static String brief(String words, int longest) {
        StringBuilder flat = words.codePoints()
                .limit(longest + 1L)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return flat.codePointCount(0, flat.length()) <= longest
                ? flat.toString()
                : flat.substring(0, flat.offsetByCodePoints(0, longest)) + "…";
    }
}
