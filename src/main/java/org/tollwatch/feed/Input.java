package org.tollwatch.feed;

import org.tollwatch.stream.Rejection;

/**
 * One piece of what a file holds: taken, or rejected with the reason. Nothing in a file is passed over in silence.
 *
 * @param <T> what is read: articles or reports
 */
public sealed interface Input<T> {

    /** As they came, for the dead-letter topic; of a line that was too long only its beginning. */
    byte[] original();

    /** @param origin file:line */
    record Taken<T>(T value, String origin, byte[] original) implements Input<T> {}

    record Rejected<T>(Rejection rejection, byte[] original) implements Input<T> {}
}
