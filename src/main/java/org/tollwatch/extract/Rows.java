package org.tollwatch.extract;

import java.util.List;

/** Groups that stand in a row: "20 tanks, 800 small arms and 22 trucks". */
final class Rows {

    /** Groups in a row that a marker of parts governs. */
    private static final int ROW = 12;

    private final List<Item> items;

    Rows(List<Item> items) {
        this.items = items;
    }

    /** The group that follows this one with no more than commas, "and" and names between; -1 when none does. */
    int next(int at) {
        if (Items.group(items, at)
                .filter(g -> !g.implied() || g.noun() != NounClass.PERSON)
                .isEmpty()) {
            return -1;
        }
        boolean part = at > 0 && items.get(at - 1).is(Tag.SUBSET);
        boolean joined = false;
        boolean told = false;
        int words = 0;
        for (int i = at + 1; i < items.size() && i < at + 10; i++) {
            if (items.get(i).is(Tag.PAREN)) {
                i = closing(i);
                continue;
            }
            if (items.get(i - 1).is(Tag.OF)
                    && Items.group(items, i).filter(Group::implied).isPresent()) {
                continue; // "231 men of the security forces and 250 fighters"
            }
            boolean quoted = items.get(i - 1).is(Tag.QUOTE); // "8 «Калибр» missiles": a make is no word more
            if (items.get(i).unknown() && (quoted || ++words <= 2)) {
                continue;
            }
            if (joined && Items.group(items, i).filter(Group::other).isPresent() && next(i) > 0) {
                continue; // "20 tanks, 800 small arms and 22 trucks"
            }
            boolean kind = Items.group(items, i)
                    .filter(g -> g.implied() && g.noun() != NounClass.PERSON)
                    .isPresent();
            if (kind && joined && next(i) > 0) {
                continue; // "200 guns and rockets, 25 radars": the list goes on behind what is not counted
            }
            if (joined && items.get(i).is(Tag.GEAR)) {
                continue; // "20 tanks and an armoured vehicle and three guns"
            }
            if (items.get(i).is(Tag.GROUP)) {
                return joined && (!told || thing(i)) ? i : -1;
            }
            if (i == at + 1 && items.get(i).is(Tag.TRIGGER)) {
                told = true; // "40 men killed, two tanks"
                continue;
            }
            if (part && items.get(i).is(Tag.COMMA)) {
                return -1; // "27 killed, including two civilians, and 200 wounded": the parts end here
            }
            joined |= items.get(i).isAny(Tag.COMMA, Tag.COORD, Tag.INCREMENT)
                    || items.get(i).is(Tag.SPACE);
            if (!items.get(i)
                    .isAny(
                            Tag.COMMA,
                            Tag.COORD,
                            Tag.SPACE,
                            Tag.NAME,
                            Tag.DATE,
                            Tag.OF,
                            Tag.ARTICLE,
                            Tag.POSSESSIVE,
                            Tag.MORE,
                            Tag.INCREMENT,
                            Tag.ENEMY,
                            Tag.UNIT_BEFORE,
                            Tag.QUOTE)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean thing(int at) {
        return Items.group(items, at).filter(g -> g.noun() == NounClass.GEAR).isPresent();
    }

    /** The bracket that closes the one here. */
    private int closing(int open) {
        int end = open + 1;
        while (end < items.size() && end < open + 8 && !items.get(end).is(Tag.PAREN)) {
            end++;
        }
        return end;
    }

    /** Where the marker of parts stands that governs the group here, itself or through the row it ends; -1 when none does. */
    int marker(int at) {
        int from = at;
        for (int row = 0; row < ROW && from >= 0; row++) {
            int group = from;
            from = -1;
            double cost = 0;
            for (int i = group - 1; i >= 0 && cost < 3.6; i--) {
                if (items.get(i).is(Tag.SUBSET, "side", "before")) {
                    break; // its part stands before it, the whole behind
                }
                if (items.get(i).is(Tag.SUBSET)) {
                    return cost < 2.1 && !company(i) ? i : -1;
                }
                if (Items.group(items, i).filter(g -> !g.implied()).isPresent() && next(i) > 0) {
                    from = i;
                    break;
                }
                boolean whose = i > 0
                        && items.get(i - 1).is(Tag.OF)
                        && Items.group(items, i).filter(Group::implied).isPresent(); // "42 of the army and 8 guards"
                cost += whose ? 0 : Reach.weight(items.get(i));
            }
        }
        return Reach.closedBy(items, at);
    }

    /** "Sat with two men": a word that marks parts only behind a comma. */
    private boolean company(int at) {
        boolean apposed = items.get(at).is(Tag.SUBSET, "form", "apposed");
        return apposed && (at == 0 || !items.get(at - 1).is(Tag.COMMA));
    }
}
