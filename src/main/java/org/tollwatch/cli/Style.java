package org.tollwatch.cli;

/** Emphasis: in colour on a terminal, otherwise in plain marks that survive a pipe. */
record Style(String on, String off) {

    private static final String RESET = "\u001b[0m";

    /** The words of a claim: black on yellow, or {@code [words]}. */
    static Style highlight(Console console) {
        return console.colour() ? new Style("\u001b[30;43m", RESET) : new Style("[", "]");
    }

    static Style bold(Console console) {
        return console.colour() ? new Style("\u001b[1m", RESET) : new Style("", "");
    }

    static Style faint(Console console) {
        return console.colour() ? new Style("\u001b[2m", RESET) : new Style("", "");
    }

    /** Whether it must be switched off at the end of a line and on again. */
    boolean closesAtBreaks() {
        return off.equals(RESET);
    }

    String of(String text) {
        return on + text + off;
    }
}
