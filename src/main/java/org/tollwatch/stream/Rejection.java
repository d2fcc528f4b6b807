package org.tollwatch.stream;

import java.util.Objects;

/**
 * Why one input was not counted.
 *
 * @param origin where it came from: file:line, or topic-partition@offset
 * @param detail the field, what is wrong with it, and what to do
 */
public record Rejection(Reason reason, String origin, String detail) {

    public Rejection {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(detail, "detail");
    }
}
