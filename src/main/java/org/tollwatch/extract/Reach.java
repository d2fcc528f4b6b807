package org.tollwatch.extract;

import java.util.List;

/** How far apart two items are for the grammar: what stands between them, weighed. */
final class Reach {

    /** Further than any joint reaches. */
    static final double FAR = 100;

    private Reach() {}

    /** The weight of everything between {@code from} and {@code to}, both exclusive. */
    static double between(List<Item> items, int from, int to) {
        double cost = 0;
        for (int i = Math.min(from, to) + 1; i < Math.max(from, to); i++) {
            cost += weight(items.get(i));
        }
        return cost;
    }

    static double weight(Item item) {
        if (item.unknown()) {
            return Math.max(1, item.length() / 9.0);
        }
        if (item.isAny(Tag.AUX, Tag.ARTICLE, Tag.POSSESSIVE, Tag.GENITIVE, Tag.TOTAL, Tag.INCREMENT, Tag.MORE)) {
            return 0;
        }
        if (item.is(Tag.GROUP)) {
            return item.sense(Group.class).filter(Group::implied).isPresent() ? 1.2 : 3.5;
        }
        if (item.is(Tag.TRIGGER)) {
            return 3.5;
        }
        if (item.isAny(Tag.BREAK, Tag.STOP, Tag.SPEECH, Tag.ACCORDING)) {
            return 3.5;
        }
        if (item.isAny(Tag.COMMA, Tag.COORD)) {
            return 2;
        }
        if (item.isAny(Tag.LOCATIVE, Tag.OF, Tag.QUOTE, Tag.EPISODE, Tag.BY, Tag.AGAINST, Tag.SPACE, Tag.RELATIVE)) {
            return 0.6;
        }
        return 1;
    }
}
