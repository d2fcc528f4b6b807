package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a bare number counts that goes on with equipment or munitions: "55 drones, of which 43 were destroyed". Without it
 * what is destroyed and may be people too would be taken for people.
 */
final class ThingStage {

    /** Items between the whole and the number that goes on with it. */
    private static final int WINDOW = 9;

    private ThingStage() {}

    /** @param before the last event of the sentence before, whose parts this sentence may open with */
    static List<Item> apply(List<Item> items, Optional<Event> before) {
        List<Item> told = items;
        for (int i = 0; i < items.size(); i++) {
            Optional<Group> bare = group(items.get(i))
                    .filter(g -> g.noun() == NounClass.PERSON
                            && !g.named()
                            && !g.other()
                            && g.head().isEmpty());
            Optional<Group> whole = bare.isPresent() ? whole(told, i, before) : Optional.empty();
            if (whole.isPresent()) {
                told = told == items ? new ArrayList<>(items) : told;
                told.set(i, Item.of(items.get(i).start(), items.get(i).end(), of(bare.get(), whole.get())));
            }
        }
        return told;
    }

    private static Optional<Group> whole(List<Item> items, int i, Optional<Event> before) {
        boolean part = marker(items, i - 1) || marker(items, i + 1);
        if (!part && !destroyed(items, i + 1)) {
            return Optional.empty();
        }
        Optional<Group> beside = beside(items, i);
        return beside.isEmpty() && part ? ahead(items, i, before) : beside;
    }

    private static Optional<Group> group(Item item) {
        return item.is(Tag.GROUP) ? item.sense(Group.class).filter(g -> !g.implied()) : Optional.empty();
    }

    /** A marker of parts that does not itself say what became of them. */
    private static boolean marker(List<Item> items, int i) {
        return i >= 0
                && i < items.size()
                && items.get(i).lexeme(Tag.SUBSET).filter(s -> !s.has("person")).isPresent();
    }

    /** What happens to things, whether or not it may happen to people. */
    private static boolean destroyed(List<Item> items, int i) {
        return i < items.size() && items.get(i).has(Tag.TRIGGER, "gear");
    }

    /** The things counted right before, in the same sentence. */
    private static Optional<Group> beside(List<Item> items, int at) {
        for (int i = at - 1; i >= 0 && i > at - WINDOW; i--) {
            Optional<Group> group = group(items.get(i));
            if (group.isPresent()) {
                return group.filter(g -> things(g.noun()));
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Of these, 43 were destroyed", at the head of the sentence behind. */
    private static Optional<Group> ahead(List<Item> items, int at, Optional<Event> before) {
        boolean opens = at <= 2 && items.subList(0, at).stream().noneMatch(i -> i.is(Tag.GROUP));
        return before.filter(e -> opens && e.counted()).map(Event::group).filter(g -> things(g.noun()));
    }

    private static boolean things(NounClass noun) {
        return noun == NounClass.GEAR || noun == NounClass.AMMO;
    }

    private static Group of(Group number, Group whole) {
        return new Group(
                number.quantity(),
                whole.noun(),
                false,
                number.status(),
                whole.label(),
                Optional.empty(),
                false,
                false,
                number.inner());
    }
}
