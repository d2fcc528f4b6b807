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
 */
record Lexeme(Tag tag, String word, Map<String, String> traits) implements Sense {

    boolean has(String trait) {
        return traits.containsKey(trait);
    }

    String trait(String name) {
        return traits.getOrDefault(name, "");
    }

    boolean is(String trait, String value) {
        return value.equals(traits.get(trait));
    }

    long value() {
        return Long.parseLong(trait("value"));
    }

    Status status() {
        return has("status") ? Status.valueOf(trait("status").toUpperCase(Locale.ROOT)) : Status.ANY;
    }

    /** What the trigger says happened to nouns of this class, or {@code null} when it does not go with them. */
    Measure measureFor(NounClass noun) {
        String measure = traits.get(noun.trait());
        return measure == null ? null : Measure.valueOf(measure);
    }

    VagueWord vague(String trait) {
        return VagueWord.valueOf(trait(trait));
    }

    VagueWord vague() {
        return VagueWord.valueOf(trait("vague"));
    }
}
