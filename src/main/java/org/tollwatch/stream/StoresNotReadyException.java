package org.tollwatch.stream;

/** The stores cannot answer now: they start, move or are elsewhere. To be asked again; never an empty answer. */
public final class StoresNotReadyException extends RuntimeException {

    public StoresNotReadyException(String message) {
        super(message);
    }
}
