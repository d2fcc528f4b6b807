package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** A sentence's items by their places; before the first and behind the last there is nothing. */
final class Items {

    private Items() {}

    static boolean is(List<Item> items, int at, Tag tag) {
        return at >= 0 && at < items.size() && items.get(at).is(tag);
    }

    /** The group that stands there. */
    static Optional<Group> group(List<Item> items, int at) {
        return at >= 0 && at < items.size() ? items.get(at).sense(Group.class) : Optional.empty();
    }
}
