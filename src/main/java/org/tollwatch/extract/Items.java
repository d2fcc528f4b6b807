package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** A sentence's items by their places; before the first and behind the last there is nothing. */
final class Items {

    private Items() {}

    static boolean is(List<Item> items, int at, Tag tag) {
        return at >= 0 && at < items.size() && items.get(at).is(tag);
    }

    /** Whether the word with this tag that stands there has the trait. */
    static boolean has(List<Item> items, int at, Tag tag, String trait) {
        return at >= 0 && at < items.size() && items.get(at).has(tag, trait);
    }

    /** The group that stands there. */
    static Optional<Group> group(List<Item> items, int at) {
        return at >= 0 && at < items.size() ? items.get(at).sense(Group.class) : Optional.empty();
    }

    /** Whether a number of people or things stands there. */
    static boolean counted(List<Item> items, int at) {
        return at >= 0 && at < items.size() && Group.counted(items.get(at));
    }
}
