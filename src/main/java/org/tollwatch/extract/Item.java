package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** A stretch of the normalised text with all its readings; none for an unknown word. */
final class Item {

    private static final int WORD = 64;

    private final int start;
    private final int end;
    private final List<Sense> senses;

    /** A bit for each tag that a reading has: the grammar asks for little else. */
    private final long first;

    private final long second;

    /** Whether all its readings are words of the pack: most items are, and have no reading of another kind. */
    private final boolean words;

    /**
     * @param start inclusive, in chars of the normalised text
     * @param end exclusive
     */
    Item(int start, int end, List<Sense> senses) {
        this.start = start;
        this.end = end;
        this.senses = List.copyOf(senses);
        long low = 0;
        long high = 0;
        boolean all = true;
        for (int i = 0; i < this.senses.size(); i++) {
            Sense sense = this.senses.get(i);
            int tag = sense.tag().ordinal();
            all &= sense instanceof Lexeme;
            low |= tag < WORD ? 1L << tag : 0;
            high |= tag < WORD ? 0 : 1L << tag;
        }
        this.first = low;
        this.second = high;
        this.words = all;
    }

    static Item of(int start, int end, Sense sense) {
        return new Item(start, end, List.of(sense));
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    List<Sense> senses() {
        return senses;
    }

    boolean is(Tag tag) {
        int bit = tag.ordinal();
        return ((bit < WORD ? first : second) & 1L << bit) != 0;
    }

    boolean isAny(Tag... tags) {
        for (Tag tag : tags) {
            if (is(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its word with this tag has the trait. */
    boolean has(Tag tag, String trait) {
        Lexeme word = word(tag);
        return word != null && word.has(trait);
    }

    /** Whether its word with this tag has the trait, with that value. */
    boolean is(Tag tag, String trait, String value) {
        Lexeme word = word(tag);
        return word != null && word.is(trait, value);
    }

    /** An unknown word. */
    boolean unknown() {
        return first == 0 && second == 0;
    }

    <T extends Sense> Optional<T> sense(Class<T> kind) {
        if (words && kind != Lexeme.class) {
            return Optional.empty();
        }
        for (int i = 0; i < senses.size(); i++) {
            if (kind.isInstance(senses.get(i))) {
                return Optional.of(kind.cast(senses.get(i)));
            }
        }
        return Optional.empty();
    }

    Optional<Lexeme> lexeme(Tag tag) {
        return Optional.ofNullable(word(tag));
    }

    private Lexeme word(Tag tag) {
        if (!is(tag)) {
            return null;
        }
        for (int i = 0; i < senses.size(); i++) {
            if (senses.get(i).tag() == tag && senses.get(i) instanceof Lexeme lexeme) {
                return lexeme;
            }
        }
        return null;
    }

    int length() {
        return end - start;
    }
}
