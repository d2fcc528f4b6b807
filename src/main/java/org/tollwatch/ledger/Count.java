package org.tollwatch.ledger;

/**
 * How many: {@code 0 <= low <= best <= high}. Only an entry of a list may be out of order, as lists have such entries and
 * are added up as stated.
 *
 * @param low at least so many
 * @param best the figure to quote
 * @param high at most so many; {@link #OPEN} when nothing bounds it
 */
public record Count(long low, long best, long high) {

    /** No upper bound. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Larger than any toll of people; a greater number is a misreading, not a count. */
    public static final long LARGEST = 10_000_000_000L;

    public Count {
        if (low < 0 || best < 0 || high < 0 || low > LARGEST || best > LARGEST || high > LARGEST && high != OPEN) {
            throw new IllegalArgumentException("a count lies between 0 and " + LARGEST + ", but is " + low + ", " + best
                    + ", " + (high == OPEN ? "open" : high));
        }
    }

    /** Whether {@code low <= best <= high}. */
    public boolean inOrder() {
        return low <= best && best <= high;
    }

    public static Count exactly(long n) {
        return new Count(n, n, n);
    }

    /** "At least N", "more than N": the bound itself is kept, as the field does. */
    public static Count atLeast(long n) {
        return new Count(n, n, OPEN);
    }

    /** "Up to N": where only a bound is known, best is the low. */
    public static Count upTo(long n) {
        return new Count(0, 0, n);
    }

    /** "About N": ten per cent either way, rounded outward. */
    public static Count about(long n) {
        return new Count(n - ceilTenth(n), n, n + ceilTenth(n));
    }

    /** "Nearly N", "close to N": from ten per cent below, rounded outward. */
    public static Count nearly(long n) {
        return new Count(n - ceilTenth(n), n, n);
    }

    /** "A to B". */
    public static Count between(long a, long b) {
        return new Count(Math.min(a, b), Math.min(a, b) + Math.abs(b - a) / 2, Math.max(a, b));
    }

    /** A vague word's range; {@code high} may be {@link #OPEN}. Best is the low. */
    public static Count range(long low, long high) {
        return new Count(low, low, high);
    }

    /** "Feared dead": nothing is sure. */
    public Count feared() {
        return new Count(0, best, high);
    }

    /** Both together, where the two do not overlap. */
    public Count plus(Count other) {
        return new Count(
                low + other.low, best + other.best, high == OPEN || other.high == OPEN ? OPEN : high + other.high);
    }

    private static long ceilTenth(long n) {
        return Math.floorDiv(n + 9, 10);
    }
}
