package org.tollwatch.local;

/** The local broker or registry cannot run. The message says what is wrong and what to do. */
public class LocalClusterException extends RuntimeException {

    public LocalClusterException(String message) {
        super(message);
    }

    public LocalClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
