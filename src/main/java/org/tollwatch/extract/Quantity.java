package org.tollwatch.extract;

import java.util.Optional;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;

/**
 * How many, as the words say.
 *
 * @param qualifier EXACT, AT_LEAST ..., or the vague word's name
 * @param vague the vague word it was read from
 * @param more whether it adds to something said before
 */
record Quantity(Count count, String qualifier, Optional<VagueWord> vague, boolean more) implements Sense {

    static Quantity vague(VagueWord word) {
        return new Quantity(WordProfile.interval().count(word), word.name(), Optional.of(word), false);
    }

    static Quantity exactly(long n) {
        return new Quantity(Count.exactly(n), "EXACT", Optional.empty(), false);
    }

    /** @param bound how a word beside the number bounds it; any other word leaves it exact */
    static Quantity bounded(long n, String bound) {
        return switch (bound) {
            case "AT_LEAST" -> new Quantity(Count.atLeast(n), bound, Optional.empty(), false);
            case "UP_TO" -> new Quantity(Count.upTo(n), bound, Optional.empty(), false);
            case "ABOUT" -> new Quantity(Count.about(n), bound, Optional.empty(), false);
            case "NEARLY" -> new Quantity(Count.nearly(n), bound, Optional.empty(), false);
            default -> exactly(n);
        };
    }

    Quantity andMore() {
        return new Quantity(count, qualifier, vague, true);
    }

    @Override
    public Tag tag() {
        return Tag.QUANTITY;
    }
}
