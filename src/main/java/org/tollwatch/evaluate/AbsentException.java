package org.tollwatch.evaluate;

/** A text that is kept elsewhere is not on this machine. */
final class AbsentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AbsentException(String file) {
        super(file);
    }
}
