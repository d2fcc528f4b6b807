package org.tollwatch.cli;

/** A running service cannot answer now, and says that it will. */
final class NotReadyFailure extends CommandFailure {

    private static final long serialVersionUID = 1;

    NotReadyFailure(String message) {
        super(message, null);
    }
}
