package org.tollwatch.feed;

import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;

/** What is wrong with one piece of input; becomes a {@link Rejection} at the edge of the readers. */
final class Flaw extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param detail the field, what is wrong with it, and what to do */
    Flaw(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Rejection at(String origin) {
        return new Rejection(reason, origin, getMessage());
    }

    /** The same, said of something the piece refers to. */
    Flaw inside(String prefix) {
        return new Flaw(reason, prefix + getMessage());
    }
}
