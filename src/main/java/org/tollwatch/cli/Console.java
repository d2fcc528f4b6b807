package org.tollwatch.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * What a command talks to: UTF-8 whatever the locale.
 *
 * @param terminal whether {@code out} is one
 * @param colour whether {@code out} may be coloured
 * @param progress whether {@code err} is a terminal, on which a line may be written over
 * @param width columns, 40 or more
 */
public record Console(
        PrintWriter out, PrintWriter err, boolean terminal, boolean colour, boolean progress, int width, Clock clock) {

    static final int DEFAULT_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;

    /** Java 17 cannot tell whether each stream is a terminal by itself: the launcher says so in system properties. */
    static Console ofProcess() {
        boolean terminal = Boolean.getBoolean("tollwatch.terminal.out");
        String noColour = System.getenv("NO_COLOR");
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                terminal,
                terminal && (noColour == null || noColour.isEmpty()),
                Boolean.getBoolean("tollwatch.terminal.err"),
                Math.max(LEAST_WIDTH, Integer.getInteger("tollwatch.terminal.columns", DEFAULT_WIDTH)),
                Clock.systemUTC());
    }

    /** A pipe: no terminal, no colour, no progress. */
    static Console of(OutputStream out, OutputStream err, Clock clock) {
        return new Console(writer(out), writer(err), false, false, false, DEFAULT_WIDTH, clock);
    }

    /** Tells one thing that went wrong, at once. */
    void complain(String message) {
        out.flush();
        err.println(message);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return writer(new FileOutputStream(descriptor));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
