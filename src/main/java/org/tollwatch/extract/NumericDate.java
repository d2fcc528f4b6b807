package org.tollwatch.extract;

/**
 * Numbers joined by date marks: "3-10", "3/10/2020", "2020-10-03". Two of them may also be a range.
 *
 * @param third 0 when there are two
 */
record NumericDate(int first, int second, int third, char mark) implements Sense {

    @Override
    public Tag tag() {
        return Tag.DATE;
    }
}
