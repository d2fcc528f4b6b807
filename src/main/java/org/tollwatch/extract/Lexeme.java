package org.tollwatch.extract;

import java.util.Locale;
import java.util.Map;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/**
 * A word of a language pack.
 *
 * @param word as the pack writes it
 * @param traits what the pack says of it; the reader of packs has checked names and values
 * @param told a bit for each trait it may have: most are asked for in vain
 */
record Lexeme(Tag tag, String word, Map<String, String> traits, long told) implements Sense {

    Lexeme(Tag tag, String word, Map<String, String> traits) {
        this(tag, word, traits, traits.keySet().stream().mapToLong(Lexeme::bit).reduce(0, (a, b) -> a | b));
    }

    private static long bit(String trait) {
        return 1L << trait.hashCode();
    }

    private String get(String trait) {
        return (told & bit(trait)) == 0 ? null : traits.get(trait);
    }

    boolean has(String trait) {
        return get(trait) != null;
    }

    String trait(String name) {
        String value = get(name);
        return value == null ? "" : value;
    }

    boolean is(String trait, String value) {
        return value.equals(get(trait));
    }

    long value() {
        return Long.parseLong(trait("value"));
    }

    Status status() {
        return has("status") ? Status.valueOf(trait("status").toUpperCase(Locale.ROOT)) : Status.ANY;
    }

    /** What the trigger says happened to nouns of this class, or {@code null} when it does not go with them. */
    Measure measureFor(NounClass noun) {
        String measure = get(noun.trait());
        return measure == null ? null : Measure.valueOf(measure);
    }

    VagueWord vague(String trait) {
        return VagueWord.valueOf(trait(trait));
    }

    VagueWord vague() {
        return VagueWord.valueOf(trait("vague"));
    }
}
