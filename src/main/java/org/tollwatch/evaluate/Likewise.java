package org.tollwatch.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;

/** The counts that go with a way of saying a number, by the rules of docs/concepts.md. */
final class Likewise {

    private Likewise() {}

    /**
     * The count; empty for a word without a rule here.
     *
     * @param n the number said
     */
    static Optional<Count> count(String qualifier, long n) {
        return switch (qualifier.toUpperCase(Locale.ROOT)) {
            case "EXACT", "SINGULAR" -> Optional.of(Count.exactly(n));
            case "AT_LEAST", "MORE_THAN" -> Optional.of(Count.atLeast(n));
            case "UP_TO" -> Optional.of(Count.upTo(n));
            case "ABOUT" -> Optional.of(Count.about(n));
            case "NEARLY", "CLOSE_TO" -> Optional.of(Count.nearly(n));
            case "FEARED" -> Optional.of(Count.exactly(n).feared());
            case "EXISTENTIAL" -> Optional.of(WordProfile.interval().count(VagueWord.SOME));
            case "PLURAL" -> Optional.of(WordProfile.interval().count(VagueWord.MANY));
            default ->
                Arrays.stream(VagueWord.values())
                        .filter(word -> word.name().equalsIgnoreCase(qualifier))
                        .findFirst()
                        .map(WordProfile.interval()::count);
        };
    }
}
