package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/**
 * A quantity with what it counts: "at least 49 of its troops".
 *
 * @param noun the class of what is counted
 * @param named whether the noun stands in the group; otherwise only the number does ("killing at least 32")
 * @param status of people
 * @param label the equipment's item, or the weapon's kind; "" for people
 * @param head the measure, when the noun itself says it ("12 deaths")
 * @param other whether an unknown noun follows the number
 * @param implied whether no quantity is said: a bare plural, or a mention
 * @param inner the items it was made of
 */
record Group(
        Quantity quantity,
        NounClass noun,
        boolean named,
        Status status,
        String label,
        Optional<Measure> head,
        boolean other,
        boolean implied,
        List<Item> inner)
        implements Sense {

    /** Whether the item is people or things with their number. */
    static boolean counted(Item item) {
        return item.sense(Group.class).filter(g -> !g.implied()).isPresent();
    }

    /** Whether the item is people or things without a number. */
    static boolean bare(Item item) {
        return item.sense(Group.class).filter(Group::implied).isPresent();
    }

    /** The same quantity of a noun that stands apart from it, with what stands by that noun. */
    Group of(Group apart, List<Item> beside) {
        List<Item> all = new ArrayList<>(apart.inner());
        all.addAll(beside);
        all.addAll(inner);
        String name = label.isEmpty() ? apart.label() : label;
        Status theirs = apart.status() == Status.ANY ? status : apart.status();
        return new Group(quantity, noun, named, theirs, name, head, other, implied, all);
    }

    @Override
    public Tag tag() {
        return Tag.GROUP;
    }
}
