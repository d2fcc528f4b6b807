package org.tollwatch.extract;

/**
 * A number as written.
 *
 * @param value whole part; -1 when it is longer than any count
 * @param real the value with its decimals
 * @param shape how it was written
 */
record Figure(long value, double real, Shape shape) implements Sense {

    enum Shape {
        /** Bare digits: it could be a year. */
        PLAIN,
        /** Digits with group marks: never a year. */
        GROUPED,
        DECIMAL,
        WORDS,
        /** An indefinite article or "another", where it stands for one. */
        ARTICLE
    }

    static Figure words(long value) {
        return new Figure(value, value, Shape.WORDS);
    }

    @Override
    public Tag tag() {
        return Tag.NUMBER;
    }
}
