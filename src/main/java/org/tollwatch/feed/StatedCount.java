package org.tollwatch.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;
import org.tollwatch.ledger.Wording;
import org.tollwatch.stream.Reason;

/**
 * The figure of a table's row: in the columns {@code low}, {@code best} and {@code high}, or in words in {@code count}.
 *
 * @param qualifier as in the schema
 * @param vague the vague word it was read from, null where there is none
 */
record StatedCount(Count count, String qualifier, VagueWord vague, String words) {

    private record Bound(Pattern words, String qualifier, LongFunction<Count> count) {}

    private static final Bound[] BOUNDS = {
        bound("at least|more than|over|>=?|≥", "AT_LEAST", Count::atLeast),
        bound("up to|at most|no more than|<=?|≤", "UP_TO", Count::upTo),
        bound("about|around|approximately|some|~|≈|circa|ca\\.?", "ABOUT", Count::about),
        bound("nearly|almost|close to", "NEARLY", Count::nearly)
    };
    private static final Pattern RANGE = Pattern.compile("(?:between )?(.+?)(?:\\s*[-–—]\\s*| to | and )(.+)");
    private static final Pattern OR_MORE = Pattern.compile("(.+?)(?:\\+| or more)");

    private static Bound bound(String words, String qualifier, LongFunction<Count> count) {
        return new Bound(Pattern.compile("(?:" + words + ")\\s*([0-9].*)"), qualifier, count);
    }

    static StatedCount of(ClaimColumns row) throws Flaw {
        Optional<String> words = row.optional("count");
        if (words.isPresent()) {
            return words(row.shown("count"), words.get());
        }
        Long low = number(row, "low");
        Long best = number(row, "best");
        Long high = number(row, "high");
        if (low == null && best == null && high == null) {
            throw new Flaw(
                    Reason.MISSING_FIELD,
                    row.shown("best") + ": missing; write a figure there, or in low and high, or in words in count");
        }
        return numbers(low, best, high);
    }

    private static Long number(ClaimColumns row, String name) throws Flaw {
        Optional<String> text = row.optional(name);
        return text.isPresent() ? Long.valueOf(Numbers.count(row.shown(name), text.get())) : null;
    }

    /** A best alone is exact; beside another, what is not stated is open. Of two bounds the middle is the best. */
    private static StatedCount numbers(Long low, Long best, Long high) {
        String words = (low == null ? "" : "low " + low + " ")
                + (best == null ? "" : "best " + best + " ")
                + (high == null ? "" : "high " + high);
        if (low == null && high == null) {
            return new StatedCount(Count.exactly(best), "EXACT", null, best.toString());
        }
        if (best == null) {
            Count count = low == null ? Count.upTo(high) : high == null ? Count.atLeast(low) : middle(low, high);
            String qualifier = low == null ? "UP_TO" : high == null ? "AT_LEAST" : "RANGE";
            return new StatedCount(count, qualifier, null, words.strip());
        }
        Count count = new Count(low == null ? 0 : low, best, high == null ? Count.OPEN : high);
        boolean exact = count.low() == best && count.high() == best;
        return new StatedCount(count, exact ? "EXACT" : "RANGE", null, words.strip());
    }

    /** In the stated order, so that a low above the high is told, and not turned round. */
    private static Count middle(long low, long high) {
        return new Count(low, low + (high - low) / 2, high);
    }

    /** "12", "at least 12", "12+", "up to 40", "about 50", "nearly 200", "30 to 40", "dozens". */
    private static StatedCount words(String column, String text) throws Flaw {
        String said = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (Numbers.isWhole(said)) {
            return new StatedCount(Count.exactly(Numbers.count(column, said)), "EXACT", null, text);
        }
        for (Bound bound : BOUNDS) {
            Matcher matcher = bound.words.matcher(said);
            if (matcher.matches() && Numbers.isWhole(matcher.group(1))) {
                long number = Numbers.count(column, matcher.group(1));
                return new StatedCount(bound.count.apply(number), bound.qualifier, null, text);
            }
        }
        Matcher more = OR_MORE.matcher(said);
        if (more.matches() && Numbers.isWhole(more.group(1))) {
            return new StatedCount(Count.atLeast(Numbers.count(column, more.group(1))), "AT_LEAST", null, text);
        }
        Matcher range = RANGE.matcher(said);
        if (range.matches() && Numbers.isWhole(range.group(1)) && Numbers.isWhole(range.group(2))) {
            long from = Numbers.count(column, range.group(1));
            return new StatedCount(Count.between(from, Numbers.count(column, range.group(2))), "RANGE", null, text);
        }
        return vague(column, text, said);
    }

    private static StatedCount vague(String column, String text, String said) throws Flaw {
        for (VagueWord word : VagueWord.values()) {
            if (word.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(said)) {
                Count count = WordProfile.interval().count(new Wording(word, Wording.Bound.NONE));
                return new StatedCount(count, word.name(), word, text);
            }
        }
        throw new Flaw(
                Reason.BAD_COUNT,
                column + ": '" + Quoted.brief(text) + "' is no count; write a number, or 'at least 12', 'up to 40',"
                        + " 'about 50', 'nearly 200', '30 to 40', 'dozens'");
    }
}
