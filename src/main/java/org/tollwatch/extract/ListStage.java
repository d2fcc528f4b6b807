package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads running lists that put the number last: "personnel 3,154, UAVs 127", "tanks – 137; helicopters: 7", and those that
 * give the step of the day behind the total: "tanks – 3,944 (+4)".
 */
final class ListStage {

    private ListStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        int entries = 0;
        for (int i = 0; i < items.size(); ) {
            int number = number(items, i);
            if (number > i) {
                joined.add(entry(
                        items,
                        i,
                        number,
                        items.get(number).sense(Quantity.class).orElseThrow()));
                int step = step(items, number);
                if (step > 0) {
                    Item plus = items.get(step - 1);
                    joined.add(Item.of(plus.start(), plus.end(), new Lexeme(Tag.INCREMENT, "", Map.of())));
                    joined.add(entry(
                            items,
                            i,
                            step,
                            items.get(step).sense(Quantity.class).orElseThrow()));
                }
                entries++;
                i = end(items, number);
                int next = i;
                while (next < items.size() && items.get(next).is(Tag.STOP)) {
                    next++;
                }
                if (next > i && next < items.size() && number(items, next) > next) {
                    joined.add(Item.of(items.get(i).start(), items.get(i).end(), new Mark(Tag.COMMA)));
                    i = next; // "tanks – 12; guns – 4": a list goes on behind its marks
                }
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
        int end = quantity ? end(items, number) : i;
        boolean closes = end >= items.size() || items.get(end).isAny(Tag.COMMA, Tag.STOP, Tag.COORD, Tag.PAREN);
        return quantity && closes ? number : i;
    }

    /** The step in brackets behind a total, "(+680)"; 0 when there is none. */
    private static int step(List<Item> items, int number) {
        boolean step = number + 4 < items.size()
                && items.get(number + 1).is(Tag.PAREN)
                && items.get(number + 2).is(Tag.QUALIFIER_AFTER)
                && items.get(number + 3).is(Tag.QUANTITY)
                && items.get(number + 4).is(Tag.PAREN);
        boolean some = step
                && items.get(number + 3)
                        .sense(Quantity.class)
                        .filter(q -> q.count().best() > 0)
                        .isPresent(); // "(+0)" is no loss
        return some ? number + 3 : 0;
    }

    /** One past the entry: its step, and the words that may close it ("tanks – 3,944 (+4) units"). */
    private static int end(List<Item> items, int number) {
        boolean bracket = number + 4 < items.size()
                && items.get(number + 1).is(Tag.PAREN)
                && items.get(number + 2).is(Tag.QUALIFIER_AFTER)
                && items.get(number + 4).is(Tag.PAREN);
        int end = bracket ? number + 5 : number + 1;
        while (bracket
                && end < Math.min(items.size(), number + 7)
                && (items.get(end).unknown() || items.get(end).isAny(Tag.PERSON, Tag.UNIT, Tag.TRIGGER))) {
            end++;
        }
        return end;
    }

    private static Item entry(List<Item> items, int noun, int number, Quantity quantity) {
        Optional<Lexeme> person = items.get(noun).lexeme(Tag.PERSON);
        Lexeme thing = person.orElseGet(() -> items.get(noun).lexeme(Tag.GEAR).orElseThrow());
        Group group = new Group(
                quantity,
                NounClass.valueOf(thing.tag().name()),
                true,
                thing.status(),
                thing.has("item") ? thing.trait("item") : "",
                Optional.empty(),
                false,
                false,
                items.subList(noun, number + 1));
        int start = items.get(noun).start();
        boolean step = items.get(number - 1).is(Tag.QUALIFIER_AFTER);
        return Item.of(
                step ? items.get(number).start() : start, items.get(number).end(), group);
    }
}
