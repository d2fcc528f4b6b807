package org.tollwatch.cli;

/** The command cannot run. The message says what is wrong and what to do. */
class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
