package org.tollwatch.feed;

/** A map of a table's columns that cannot be used; the message names the file, the field, and what to do. */
public final class TableMapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableMapException(String file, String problem) {
        super(file + ": " + problem);
    }
}
