package org.tollwatch.dlq;

/** The dead letters cannot be read or sent. The message says what is wrong and what to do. */
public final class DlqException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DlqException(String message) {
        super(message);
    }

    DlqException(String message, Throwable cause) {
        super(message, cause);
    }
}
