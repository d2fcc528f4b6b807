package org.tollwatch.cli;

/** One line on the terminal, written over as the work goes on; nothing at all in a pipe. */
final class ProgressBar implements AutoCloseable {

    private static final int CELLS = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private String shown = "";

    ProgressBar(Console console) {
        this.console = console;
    }

    /** @param total 0 when it is not known */
    void show(String what, long done, long total) {
        String line = total <= 0
                ? what + " ..."
                : "%s [%s] %,d of %,d".formatted(what, bar(Math.min(done, total), total), done, total);
        if (console.progress() && !line.equals(shown)) {
            shown = line;
            console.err().print(CLEAR_LINE + DisplayWidth.cut(line, console.width() - 1));
            console.err().flush();
        }
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            shown = "";
            console.err().print(CLEAR_LINE);
            console.err().flush();
        }
    }

    private static String bar(long done, long total) {
        int filled = (int) (CELLS * done / total);
        return "#".repeat(filled) + ".".repeat(CELLS - filled);
    }
}
