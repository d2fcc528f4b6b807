package org.tollwatch.serve;

/** The service cannot be offered. The message says what is wrong and what to do. */
public final class ServeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
