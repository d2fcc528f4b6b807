package org.tollwatch.cli;

/** Keeps the count while the reporting is still going on. */
public final class Tollwatch {

    private Tollwatch() {}

    /** Exits with 0 when all was taken, 1 when it could not run, 2 for wrong usage, 3 when input was rejected. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        int status = Commands.line(console).execute(args);
        console.flush();
        System.exit(status);
    }
}
