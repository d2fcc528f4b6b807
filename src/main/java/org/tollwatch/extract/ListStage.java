package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads running lists that put the number last: "personnel 3,154, UAVs 127", "tanks – 137; helicopters: 7". */
final class ListStage {

    private ListStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        int entries = 0;
        for (int i = 0; i < items.size(); ) {
            int number = number(items, i);
            if (number > i) {
                joined.add(entry(items, i, number));
                entries++;
                i = number + 1;
            } else {
                joined.add(items.get(i++));
            }
        }
        return entries > 1 ? joined : items; // one alone may be anything
    }

    /** Where the number stands that the noun here is counted by. */
    private static int number(List<Item> items, int i) {
        boolean opens = i == 0 || items.get(i - 1).isAny(Tag.COMMA, Tag.STOP, Tag.COORD, Tag.DASH, Tag.PAREN);
        if (!opens || !items.get(i).isAny(Tag.PERSON, Tag.GEAR) || items.get(i).is(Tag.CLASSIFIER)) {
            return i;
        }
        int number = i + 1;
        if (number < items.size() && items.get(number).isAny(Tag.DASH, Tag.STOP)) {
            number++;
        }
        boolean quantity = number < items.size() && items.get(number).is(Tag.QUANTITY);
        boolean closes =
                number + 1 >= items.size() || items.get(number + 1).isAny(Tag.COMMA, Tag.STOP, Tag.COORD, Tag.PAREN);
        return quantity && closes ? number : i;
    }

    private static Item entry(List<Item> items, int noun, int number) {
        Optional<Lexeme> person = items.get(noun).lexeme(Tag.PERSON);
        Lexeme thing = person.orElseGet(() -> items.get(noun).lexeme(Tag.GEAR).orElseThrow());
        Group group = new Group(
                items.get(number).sense(Quantity.class).orElseThrow(),
                NounClass.valueOf(thing.tag().name()),
                true,
                thing.status(),
                thing.has("item") ? thing.trait("item") : "",
                Optional.empty(),
                false,
                false,
                items.subList(noun, number + 1));
        return Item.of(items.get(noun).start(), items.get(number).end(), group);
    }
}
