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

    /** Each item's weight; what is put in between as a part of the figure ("27 people, including two civilians, were") weighs little. */
    static double[] weights(List<Item> items) {
        double[] weights = new double[items.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(items.get(i));
        }
        for (int i = 1; i < weights.length; i++) {
            boolean opens = items.get(i).is(Tag.SUBSET) && opening(items, i) >= 0;
            int end = opens ? closing(items, i) : -1;
            for (int k = opening(items, i); end > 0 && k <= end; k++) {
                weights[k] = 0.15;
            }
        }
        for (int i = 1; i < weights.length; i++) {
            int end = items.get(i).is(Tag.COMMA) ? inserted(items, i) : -1;
            for (int k = i; end > 0 && k <= end; k++) {
                weights[k] = Math.min(weights[k], 0.15);
            }
        }
        for (int i = 1; i + 1 < weights.length; i++) {
            int open =
                    items.get(i).is(Tag.SUBSET) && items.get(i + 1).isAny(Tag.COMMA, Tag.DASH) ? opened(items, i) : -1;
            for (int k = open; open > 0 && k <= i + 1; k++) {
                weights[k] = 0.15;
            }
        }
        return weights;
    }

    /**
     * The comma that closes an insertion: a relative clause ("the truce, which began on Monday, 40 times"), or what is put
     * between people and what became of them ("fourteen men, nine being guards, were killed"); -1 when there is none.
     */
    private static int inserted(List<Item> items, int comma) {
        boolean people = items.get(comma - 1)
                .sense(Group.class)
                .filter(g -> !g.implied() && g.noun() == NounClass.PERSON)
                .isPresent();
        boolean relative = comma + 2 < items.size()
                && (items.get(comma + 1).is(Tag.RELATIVE)
                        || items.get(comma + 2).is(Tag.RELATIVE));
        boolean share = false;
        for (int i = comma + 1; (people || relative) && i + 1 < items.size() && i < comma + 12; i++) {
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK, Tag.TRIGGER)) {
                return -1;
            }
            share |= items.get(i).is(Tag.FRACTION); // "1.7 million people, over half the population, fled"
            if (items.get(i).is(Tag.COMMA)) {
                return relative || items.get(i + 1).is(Tag.AUX) || share && befell(items.get(i + 1)) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean befell(Item item) {
        return item.is(Tag.TRIGGER, "form", "state");
    }

    /** The comma that opens an insertion whose marker stands last: "eleven men, a general among them, were". */
    private static int opened(List<Item> items, int marker) {
        for (int i = marker - 1; i > 0 && i > marker - 9; i--) {
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK, Tag.TRIGGER)) {
                return -1;
            }
            if (items.get(i).isAny(Tag.COMMA, Tag.DASH)) {
                return i;
            }
        }
        return -1;
    }

    /** The marker of parts that stands after the group here and closes its insertion; -1 when none does. */
    static int closedBy(List<Item> items, int at) {
        for (int i = at + 1; i + 1 < items.size() && i < at + 5; i++) {
            if (items.get(i).is(Tag.SUBSET)) {
                boolean behind = items.get(i).is(Tag.SUBSET, "side", "before"); // "3'ü çocuk olmak üzere 12 kişi"
                return behind
                                || items.get(i + 1).isAny(Tag.COMMA, Tag.DASH)
                                        && opened(items, i) >= 0
                                        && opened(items, i) < at
                        ? i
                        : -1;
            }
            if (!items.get(i).isAny(Tag.COORD, Tag.GROUP, Tag.ARTICLE)) {
                return -1;
            }
        }
        return -1;
    }

    /** The comma that opens the insertion: right before its marker, or before the number that the marker follows. */
    private static int opening(List<Item> items, int marker) {
        for (int i = marker - 1; i >= 0 && i >= marker - 2; i--) {
            if (items.get(i).isAny(Tag.COMMA, Tag.PAREN, Tag.DASH, Tag.SPACE)) {
                return i;
            }
        }
        return -1;
    }

    private static int closing(List<Item> items, int marker) {
        for (int i = marker + 1; i < items.size() && i < marker + 12; i++) {
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)) {
                return -1;
            }
            if (items.get(i).isAny(Tag.COMMA, Tag.PAREN, Tag.DASH)) {
                return i;
            }
            if (items.get(i - 1).is(Tag.GROUP) && closesAll(items.get(i))) {
                return i - 1; // "beş nəfər, o cümlədən iki uşaq yaralanıb"
            }
        }
        return -1;
    }

    /** A verb behind its victims, the whole and the part alike. */
    private static boolean closesAll(Item item) {
        return item.lexeme(Tag.TRIGGER)
                .filter(t -> t.is("side", "before") && !t.has("head"))
                .isPresent();
    }

    static double weight(Item item) {
        if (item.unknown()) {
            return Math.max(1, item.length() / 9.0);
        }
        if (item.isAny(Tag.AUX, Tag.ARTICLE, Tag.POSSESSIVE, Tag.GENITIVE, Tag.TOTAL, Tag.INCREMENT, Tag.MORE)) {
            return 0;
        }
        if (item.is(Tag.GROUP)) {
            return Group.bare(item) ? 1.2 : 3.5;
        }
        if (item.is(Tag.TRIGGER)) {
            return 3.5;
        }
        if (item.is(Tag.BEAST)) {
            return 6;
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
