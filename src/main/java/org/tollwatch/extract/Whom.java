package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Status;

/** Of which people a figure speaks: soldiers, civilians, children. */
final class Whom {

    private Whom() {}

    /** Of whom the group speaks: its own words say so, or the trigger's, or the figure before it. */
    static Status of(List<Item> items, Group group, int at, Optional<Lexeme> trigger, Told told) {
        Status said = group.status() == Status.ANY ? being(items, at) : group.status();
        Status own = said == Status.ANY && trigger.isPresent() ? trigger.get().status() : said;
        return own == Status.ANY && group.noun() == NounClass.PERSON
                ? Totals.shared(items, at, group, told.events())
                        .or(() -> Totals.ofThem(items, at, group, told.last()))
                        .or(() -> trigger.flatMap(t -> Totals.raised(t, told.last())))
                        .orElse(own)
                : own;
    }

    /** "10 รายเป็นพลเรือน", "3 là trẻ em": what those counted are said to be right behind. */
    static Status being(List<Item> items, int at) {
        int i = at + 1;
        while (i < items.size() && items.get(i).is(Tag.SPACE)) {
            i++;
        }
        boolean are = i < items.size() && items.get(i).is(Tag.AUX, "form", "being");
        return are
                ? Items.group(items, i + 1)
                        .filter(g -> g.implied() && g.noun() == NounClass.PERSON)
                        .map(Group::status)
                        .orElse(Status.ANY)
                : Status.ANY;
    }
}
