package org.tollwatch.web;

/** How foreign words are shown in a flaw: short, in one line, without controls. */
final class Flaws {

    private static final int SHOWN = 80;

    private Flaws() {}

    static String shown(String foreign) {
        StringBuilder out = new StringBuilder();
        foreign.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(out::appendCodePoint);
        return out + (foreign.length() > SHOWN ? "…" : "");
    }
}
