package org.tollwatch.replay;

import java.time.Instant;

/**
 * A stretch of the time of publication.
 *
 * @param from {@link Instant#MIN}: from the beginning
 * @param to exclusive; {@link Instant#MAX}: to the end
 */
public record Stretch(Instant from, Instant to) {

    public static final Stretch ALL = new Stretch(Instant.MIN, Instant.MAX);

    /** @throws ReplayException when it has no length */
    public Stretch {
        if (!from.isBefore(to)) {
            throw new ReplayException("--from " + from + " is not before --to " + to + "; nothing lies between them.");
        }
    }

    boolean has(Instant published) {
        return !published.isBefore(from) && published.isBefore(to);
    }

    @Override
    public String toString() {
        return (from.equals(Instant.MIN) ? "the beginning" : from) + " to " + (to.equals(Instant.MAX) ? "the end" : to);
    }
}
