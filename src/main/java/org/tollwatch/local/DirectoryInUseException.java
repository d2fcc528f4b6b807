package org.tollwatch.local;

/** Another process holds the data directory. */
public final class DirectoryInUseException extends LocalClusterException {

    private static final long serialVersionUID = 1L;

    DirectoryInUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
