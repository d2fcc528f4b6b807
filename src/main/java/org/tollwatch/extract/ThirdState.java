package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** The state, of no side, whose people the victims are: "Russian peacekeepers". */
final class ThirdState {

    private final List<Item> items;
    private final Event event;

    ThirdState(List<Item> items, Event event) {
        this.items = items;
        this.event = event;
    }

    /** The state, where the group or the word right behind it names one. */
    Optional<String> named() {
        for (Item item : event.group().inner()) {
            if (nationality(item).isPresent()) {
                return nationality(item);
            }
        }
        boolean beside =
                event.group().named() && event.groupAt() + 1 < items.size() && beside(items.get(event.groupAt() + 1));
        return beside ? nationality(items.get(event.groupAt() + 1)) : Optional.empty();
    }

    /** Soldiers who belong to no side, but to the state that sent them. */
    boolean peacekeepers() {
        return event.group().inner().stream().anyMatch(i -> i.has(Tag.PERSON, "actor"));
    }

    private static Optional<String> nationality(Item item) {
        return Reading.name(item, Name.Kind.ACTOR)
                .filter(n -> n.form() != Name.Form.SEAT)
                .map(Name::id);
    }

    private boolean beside(Item next) {
        return nationality(next).isPresent()
                && next.start() <= items.get(event.groupAt()).end() + 1
                && !Items.is(items, event.groupAt() + 2, Tag.SPEECH);
    }
}
