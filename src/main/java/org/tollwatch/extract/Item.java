package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of the normalised text with all its readings; none for an unknown word.
 *
 * @param start inclusive, in chars of the normalised text
 * @param end exclusive
 */
record Item(int start, int end, List<Sense> senses) {

    Item {
        senses = List.copyOf(senses);
    }

    static Item of(int start, int end, Sense sense) {
        return new Item(start, end, List.of(sense));
    }

    boolean is(Tag tag) {
        for (Sense sense : senses) {
            if (sense.tag() == tag) {
                return true;
            }
        }
        return false;
    }

    boolean isAny(Tag... tags) {
        for (Tag tag : tags) {
            if (is(tag)) {
                return true;
            }
        }
        return false;
    }

    /** An unknown word. */
    boolean unknown() {
        return senses.isEmpty();
    }

    <T extends Sense> Optional<T> sense(Class<T> kind) {
        for (Sense sense : senses) {
            if (kind.isInstance(sense)) {
                return Optional.of(kind.cast(sense));
            }
        }
        return Optional.empty();
    }

    Optional<Lexeme> lexeme(Tag tag) {
        for (Sense sense : senses) {
            if (sense.tag() == tag && sense instanceof Lexeme lexeme) {
                return Optional.of(lexeme);
            }
        }
        return Optional.empty();
    }

    int length() {
        return end - start;
    }
}
