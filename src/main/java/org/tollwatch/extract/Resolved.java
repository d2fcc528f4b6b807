package org.tollwatch.extract;

import java.util.Optional;

/**
 * An answer of a resolver.
 *
 * @param value empty when the text does not say, or the evidence is too weak to answer
 * @param confidence 0 to 1
 * @param evidence which rule answered
 */
record Resolved<T>(Optional<T> value, double confidence, String evidence) {

    static <T> Resolved<T> of(T value, double confidence, String evidence) {
        return new Resolved<>(Optional.of(value), confidence, evidence);
    }

    static <T> Resolved<T> unknown(String evidence) {
        return new Resolved<>(Optional.empty(), 0.6, evidence);
    }
}
