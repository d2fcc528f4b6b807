package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Status;

/** Joins a bare number and the noun it counts across a marker of parts: "30 of them civilians", "of whom 30 were civilians". */
final class SubsetStage {

    private SubsetStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            int part = partOf(items, i);
            if (part > i) {
                joined.add(Item.of(items.get(i).start(), items.get(i).end(), new Mark(Tag.MASKED)));
                joined.add(merge(items.get(part), items.get(i)));
                i = part + 2;
                continue;
            }
            int noun = nounAfter(items, i);
            if (noun > i) {
                boolean markerFirst = items.get(i).is(Tag.SUBSET);
                int number = markerFirst ? i + 1 : i;
                joined.add(items.get(markerFirst ? i : i + 1));
                joined.add(merge(items.get(number), items.get(noun)));
                i = noun + 1;
            } else {
                joined.add(items.get(i++));
            }
        }
        return joined;
    }

    /** "95 İHA'dan 72'si": the number of the part, right behind the whole that it counts; the whole was no loss. */
    private static int partOf(List<Item> items, int i) {
        boolean whole = items.get(i)
                .sense(Group.class)
                .filter(g -> (g.implied() ? g.noun() == NounClass.GEAR : g.named())
                        && g.head().isEmpty()) // "İHA'lardan 72'si" too
                .isPresent();
        int part = Items.is(items, i + 1, Tag.LOCATIVE) ? i + 2 : i + 1;
        boolean marked = part + 1 < items.size() && items.get(part + 1).is(Tag.SUBSET, "post", "number");
        return whole && marked && unnamed(items, part) && !Items.is(items, part + 2, Tag.PERSON) ? part : i;
    }

    /** A marker that speaks of people, and of nothing else: the number behind it counts them, whatever it calls them. */
    static boolean ofPeople(Item marker) {
        return marker.is(Tag.SUBSET, "who", "person");
    }

    private static int nounAfter(List<Item> items, int i) {
        boolean numberFirst = unnamed(items, i) && Items.is(items, i + 1, Tag.SUBSET);
        boolean markerFirst = Items.is(items, i, Tag.SUBSET) && unnamed(items, i + 1);
        if (!numberFirst && !markerFirst) {
            return i;
        }
        int noun = i + 2;
        while (Items.is(items, noun, Tag.AUX) || Items.is(items, noun, Tag.SPACE)) {
            noun++;
        }
        boolean implied = noun < items.size()
                && items.get(noun)
                        .sense(Group.class)
                        .filter(g -> (g.implied() || g.inner().get(0).is(Tag.ARTICLE)) && g.noun() == NounClass.PERSON)
                        .isPresent();
        boolean single = noun < items.size()
                && items.get(noun).is(Tag.PERSON)
                && !items.get(noun).is(Tag.TRIGGER);
        return implied || single ? noun : i;
    }

    private static boolean unnamed(List<Item> items, int i) {
        return i < items.size()
                && items.get(i).sense(Group.class).filter(g -> !g.named()).isPresent();
    }

    private static Item merge(Item number, Item noun) {
        Group counted = number.sense(Group.class).orElseThrow();
        Optional<Group> named = noun.sense(Group.class);
        List<Item> inner = new ArrayList<>(counted.inner());
        inner.addAll(named.map(Group::inner).orElse(List.of(noun)));
        Status status = named.map(Group::status)
                .orElseGet(() -> noun.lexeme(Tag.PERSON).map(Lexeme::status).orElse(Status.ANY));
        return Item.of(
                Math.min(number.start(), noun.start()),
                Math.max(number.end(), noun.end()),
                new Group(
                        counted.quantity(),
                        named.map(Group::noun).orElse(NounClass.PERSON),
                        true,
                        status,
                        named.map(Group::label).orElse(""),
                        Optional.empty(),
                        false,
                        false,
                        inner));
    }
}
