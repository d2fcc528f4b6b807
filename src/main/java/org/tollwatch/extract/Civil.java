package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Things lost that are no army's. */
final class Civil {

    private Civil() {}

    /** "7,800 homes and 720 vehicles were damaged": what stands in a row with houses. */
    static boolean besideHouses(List<Item> items, int at) {
        return houses(items, at - 1, at - 2) || houses(items, at + 1, at + 2);
    }

    private static boolean houses(List<Item> items, int joint, int at) {
        if (at < 0 || at >= items.size() || !items.get(joint).isAny(Tag.COORD, Tag.COMMA)) {
            return false;
        }
        Optional<Group> beside = items.get(at).sense(Group.class);
        return beside.filter(g -> g.noun() == NounClass.OBJECT && !g.implied()).isPresent();
    }
}
