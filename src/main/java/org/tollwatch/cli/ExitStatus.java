package org.tollwatch.cli;

/** How a command ended. */
final class ExitStatus {

    /** Everything was taken. */
    static final int OK = 0;

    /** It could not run. */
    static final int FAILED = 1;

    /** The command line was wrong. */
    static final int USAGE = 2;

    /** It ran, and some input was rejected. */
    static final int REJECTED = 3;

    private ExitStatus() {}
}
