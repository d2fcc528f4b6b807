package org.tollwatch.extract;

import java.util.List;

/** On which side of a trigger its victims stand, and what it costs to read it the other way. */
final class Side {

    private Side() {}

    /** @param triggerFirst whether the trigger stands before the group */
    static double cost(List<Item> items, int at, Lexeme trigger, boolean triggerFirst, Group group) {
        String side = trigger.has("side") ? trigger.trait("side") : "either";
        if (side.equals(triggerFirst ? "before" : "after")) {
            return Reach.FAR;
        }
        if (!side.equals("either") || !trigger.is("form", "verb")) {
            return 0;
        }
        boolean passive = false;
        for (int i = at - 1;
                i >= 0
                        && i > at - 4
                        && (items.get(i).is(Tag.AUX) || items.get(i).unknown());
                i--) {
            passive |= items.get(i)
                    .lexeme(Tag.AUX)
                    .filter(aux -> !aux.is("form", "active"))
                    .isPresent();
        }
        boolean object = at + 1 < items.size()
                && items.get(at + 1)
                        .sense(Group.class)
                        .filter(g -> !g.implied() || group.implied())
                        .isPresent();
        if (triggerFirst) {
            return passive ? 5 : 0;
        }
        return object && !passive ? 5 : 0;
    }
}
