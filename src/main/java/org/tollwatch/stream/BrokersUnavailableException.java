package org.tollwatch.stream;

/** No broker answers. What was to be done can be done when they do. */
public final class BrokersUnavailableException extends StreamException {

    BrokersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
