package org.tollwatch.extract;

import java.util.List;

/** The noun that stands before a trigger: whom the number behind it counts, or who did it. */
final class Nouns {

    private final List<Item> items;

    Nouns(List<Item> items) {
        this.items = items;
    }

    /** "Settlers killed ten of them", "ทหารสังหาร 5 ราย": right before an active verb stands who did it. */
    boolean does(int trigger, Lexeme verb, Group said) {
        boolean deed = verb.is("side", "after") && !verb.has("loser") && verb.has("person") && !verb.has("gear");
        return verb.is("form", "verb") && deed
                || verb.is("form", "verb")
                        && said.inner().stream().noneMatch(i -> i.is(Tag.CLASSIFIER))
                        && verb.is("side", "either")
                        && trigger > 0
                        && items.get(trigger - 1).is(Tag.GROUP);
    }

    /** "The peacekeepers evacuated 5,000 people": a body with a name, before people of their own. */
    boolean doer(int noun, Group said) {
        boolean body = Items.group(items, noun).orElseThrow().inner().stream()
                .anyMatch(i -> i.senses().stream().anyMatch(Name.class::isInstance));
        return body && said.inner().stream().anyMatch(i -> i.is(Tag.PERSON) && !i.is(Tag.CLASSIFIER));
    }

    /** "ทหารเสียชีวิต 54 นาย", "โดรนของศัตรูตกหลายลำ": the noun stands before the trigger, the number after it. */
    int before(int trigger, NounClass kind) {
        int at = trigger - 1;
        while (at >= 0
                && at > trigger - 5
                && items.get(at)
                        .isAny(
                                Tag.SPACE,
                                Tag.NAME,
                                Tag.AUX,
                                Tag.POSSESSIVE,
                                Tag.OF,
                                Tag.RELATIVE,
                                Tag.ENEMY,
                                Tag.SIDE_OF,
                                Tag.LOCATIVE)) {
            at--;
        }
        return Items.group(items, at)
                        .filter(g -> g.implied() && g.noun() == kind && g.head().isEmpty())
                        .isPresent()
                ? at
                : -1;
    }
}
