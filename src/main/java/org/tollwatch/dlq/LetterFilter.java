package org.tollwatch.dlq;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.tollwatch.stream.DeadLetter;

/**
 * Which letters are meant.
 *
 * @param reasons any of these; empty: all
 * @param from rejected then or later
 * @param to rejected before then
 * @param source stands somewhere in where it came from, or is its feed's name; empty: all
 */
public record LetterFilter(Set<String> reasons, Instant from, Instant to, String source) implements Predicate<Letter> {

    public static final LetterFilter ALL = new LetterFilter(Set.of(), Instant.MIN, Instant.MAX, "");

    public LetterFilter {
        reasons = Set.copyOf(reasons);
    }

    @Override
    public boolean test(Letter letter) {
        String wanted = source.toLowerCase(Locale.ROOT);
        return (reasons.isEmpty() || reasons.contains(letter.reason()))
                && !letter.at().isBefore(from)
                && letter.at().isBefore(to)
                && (letter.origin().toLowerCase(Locale.ROOT).contains(wanted)
                        || letter.header(DeadLetter.FEED).orElse("").equalsIgnoreCase(source));
    }
}
