package org.tollwatch.evaluate;

/**
 * So many of so many, and how sure that is: the 95 % interval of Wilson (1927), which holds for few cases and near 0 and 1
 * too. It takes the cases as independent; claims of one article are not quite, so the truth is a little less sure.
 *
 * @param right 0 or more
 * @param of at least {@code right}
 */
public record Share(long right, long of) {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959964;

    /** Between 0 and 1; NaN of nothing. */
    public double value() {
        return (double) right / of;
    }

    /** The lower end of the interval. */
    public double low() {
        return Math.max(0, centre() - reach());
    }

    /** The upper end of the interval. */
    public double high() {
        return Math.min(1, centre() + reach());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double reach() {
        return Z / (1 + Z * Z / of) * Math.sqrt(value() * (1 - value()) / of + Z * Z / (4.0 * of * of));
    }
}
