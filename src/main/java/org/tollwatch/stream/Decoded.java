package org.tollwatch.stream;

/** What bytes turned out to be. */
public sealed interface Decoded<T> {

    /** A record. */
    record Value<T>(T value) implements Decoded<T> {}

    /** No record that can be read, and why. */
    record Unreadable<T>(Reason reason, String detail) implements Decoded<T> {}
}
