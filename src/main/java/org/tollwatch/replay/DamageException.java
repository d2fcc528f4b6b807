package org.tollwatch.replay;

/** Something in a file is not what was written there. */
final class DamageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamageException(String message) {
        super(message);
    }
}
