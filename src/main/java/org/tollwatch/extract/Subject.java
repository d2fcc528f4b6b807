package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** The subject of a verb, or the owner of a noun of attack, where the language puts it behind: "qatalat X ...", "gharat X". */
final class Subject {

    /** Items behind the word within which its subject begins. */
    private static final int WINDOW = 4;

    private Subject() {}

    /** Where the party stands that did what the word says; -1 when the words name none there. */
    static int behind(List<Item> items, int word, Lexeme lexeme) {
        if (!lexeme.is("subject", "after")) {
            return -1;
        }
        boolean verb = lexeme.is("form", "verb");
        for (int i = word + 1; i < items.size() && i <= word + WINDOW; i++) {
            Optional<Name> name = Reading.name(items.get(i), Name.Kind.PARTY);
            boolean place = Reading.name(items.get(i), Name.Kind.PLACE).isPresent();
            if (name.isPresent() && !place && (verb || adjective(name.get()))) {
                return i;
            }
            boolean gear = verb && items.get(i).isAny(Tag.GEAR, Tag.AMMO, Tag.PERSON) && !Group.counted(items.get(i));
            boolean body = items.get(i).isAny(Tag.ROLE, Tag.AUX, Tag.ARTICLE)
                    || forces(items.get(i))
                    || !verb && items.get(i).unknown();
            if (!gear && !body && !(verb && items.get(i).unknown())
                    || items.get(i).is(Tag.LOCATIVE)) {
                return -1;
            }
        }
        return -1;
    }

    /** "As X reported, 45 were killed": a name that tells of it, and did nothing. */
    static boolean tells(List<Item> items, int name) {
        int from = name - 1;
        while (from >= 0 && from > name - 4 && items.get(from).isAny(Tag.ROLE, Tag.NAME, Tag.OF, Tag.ARTICLE)) {
            from--;
        }
        return Items.is(items, from, Tag.ACCORDING);
    }

    /** "An Israeli raid", "a raid of the Israeli army"; but "the shelling of Israel" may have struck it. */
    private static boolean adjective(Name name) {
        return name.form() == Name.Form.PEOPLE || name.form() == Name.Form.ORGAN;
    }

    /** "The forces of X": people that are an organ too, without a number. */
    private static boolean forces(Item item) {
        return item.sense(Group.class)
                .filter(g -> g.implied() && g.inner().stream().anyMatch(i -> i.is(Tag.ROLE)))
                .isPresent();
    }
}
