package org.tollwatch.extract;

import java.util.List;

/** "Between 70 and 75 thousand": the multiplier behind the second number counts for the first too. */
final class Scale {

    private Scale() {}

    /**
     * @param before the items so far, of which the first number is made larger where it opens such a range
     * @param second the words of the number that follows
     */
    static void low(List<Item> before, List<Item> second) {
        int range = before.size() - 1;
        boolean opened = range > 1
                && before.get(range).is(Tag.RANGE)
                && before.get(range - 1).is(Tag.NUMBER)
                && before.get(range - 2).is(Tag.RANGE_OPEN)
                && second.size() == 2
                && second.get(0).isAny(Tag.NUMBER, Tag.CARDINAL)
                && second.get(1).is(Tag.MULTIPLIER);
        if (!opened) {
            return;
        }
        Item low = before.get(range - 1);
        long first = low.sense(Figure.class).map(Figure::value).orElse(-1L);
        long times = second.get(1).lexeme(Tag.MULTIPLIER).orElseThrow().value();
        long last = second.get(0)
                .lexeme(Tag.CARDINAL)
                .map(Lexeme::value)
                .or(() -> second.get(0).sense(Figure.class).map(Figure::value))
                .orElse(0L);
        if (first > 0 && first < last && times > last) {
            before.set(range - 1, Item.of(low.start(), low.end(), Figure.words(first * times)));
        }
    }
}
