package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Nouns whose form says how many there are, where a language has such: "jundiyan", two soldiers; "jundi", a soldier. */
final class Carried {

    private static final List<Tag> NOUNS = List.of(Tag.PERSON, Tag.GEAR, Tag.AMMO, Tag.OBJECT, Tag.TRIGGER);

    private Carried() {}

    /** How many the noun there says by itself; 0 where it says nothing. */
    static long number(List<Item> items, int at) {
        Item item = items.get(at);
        for (Tag tag : NOUNS) {
            Optional<Lexeme> noun = item.lexeme(tag);
            if (noun.isPresent() && noun.get().has("value")) {
                return noun.get().value();
            }
        }
        return item.is(Tag.NAME) && struck(items, at) ? people(item) : 0;
    }

    /** "Thirty tank and armoured vehicle": behind a number that takes its noun in the singular, so does what is joined to it. */
    static boolean inRow(List<Item> before) {
        int last = before.size() - 1;
        return last > 0
                && before.get(last).is(Tag.COORD)
                && before.get(last - 1)
                        .sense(Group.class)
                        .filter(g -> !g.implied()
                                && g.named()
                                && g.quantity().count().best() > 10)
                        .isPresent();
    }

    /** "Two soldiers, two of them", "one person": the number that only repeats the noun's own. */
    static boolean repeated(List<Item> items, int next) {
        return next > 0
                && next < items.size()
                && items.get(next)
                        .sense(Quantity.class)
                        .filter(q -> q.qualifier().equals("EXACT") && q.count().best() == number(items, next - 1))
                        .isPresent();
    }

    /** A people's name is also an adjective: it counts only as what a verb or noun of loss happened to. */
    private static boolean struck(List<Item> items, int at) {
        return at > 0
                && items.get(at - 1)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.has("person") && !t.has("object") && !t.has("head"))
                        .isPresent();
    }

    private static int people(Item item) {
        return item.senses().stream()
                .filter(Name.class::isInstance)
                .mapToInt(s -> ((Name) s).count())
                .max()
                .orElse(0);
    }
}
