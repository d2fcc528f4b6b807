package org.tollwatch.ledger;

import java.util.Objects;

/**
 * The vague words that a count was read from, so that another profile can be applied at any time.
 *
 * @param word the vague word
 * @param bound what was said of it
 */
public record Wording(VagueWord word, Bound bound) {

    public enum Bound {
        NONE,
        AT_LEAST,
        UP_TO,
        FEARED
    }

    public Wording {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(bound, "bound");
    }
}
