package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Whose a strike is said to be, where the language puts that behind its word. */
final class StrikeOwner {

    /** Items behind the word within which its owner is named. */
    private static final int WINDOW = 4;

    private StrikeOwner() {}

    /** "Frappe israélienne", "ataque con drones ruso", "raid de l'armée", "удар России". */
    static Optional<String> party(List<Item> items, int trigger) {
        int owner = behind(items, trigger);
        return owner < 0 ? Optional.empty() : Reading.party(items.get(owner));
    }

    /** Where its owner is named right behind a strike, as an adjective or in a case of its own; -1 when none is. */
    static int behind(List<Item> items, int trigger) {
        boolean after = items.get(trigger)
                .lexeme(Tag.TRIGGER)
                .filter(t -> t.is("agent", "after") || t.is("agent", "genitive"))
                .isPresent();
        boolean genitive = items.get(trigger).is(Tag.TRIGGER, "agent", "genitive");
        boolean of = genitive;
        for (int i = trigger + 1; after && i < items.size() && i <= trigger + WINDOW; i++) {
            Item item = items.get(i);
            if (genitive && Items.is(items, i + 1, Tag.OBJECT)) {
                return -1; // "атака армянских позиций"
            }
            if (Reading.party(item).isPresent()) {
                boolean organ = Reading.organ(item); // "bombardement de Gaza" names its target
                return of && (organ || genitive) || Reading.people(item) ? i : -1;
            }
            of = item.is(Tag.OF) || of && (genitive || item.isAny(Tag.ARTICLE, Tag.ROLE));
            boolean weapon = item.isAny(Tag.GEAR, Tag.AMMO) || Group.bare(item);
            boolean runsOn = genitive ? weapon || item.is(Tag.ROLE) : of || weapon || item.unknown();
            if (!runsOn) {
                return -1;
            }
        }
        return -1;
    }

    /** Whose attack the noun there speaks of, where its owner stands behind it. */
    static Optional<String> ofNoun(List<Item> items, int i) {
        return items.get(i)
                .lexeme(Tag.TRIGGER)
                .filter(t -> t.is("form", "noun") && t.has("object"))
                .map(t -> Subject.behind(items, i, t))
                .filter(at -> at >= 0)
                .flatMap(at -> Reading.party(items.get(at)));
    }

    /** "Vụ tấn công bằng tên lửa của Nga", "การโจมตีของรัสเซีย": whose a strike is said to be, behind its word. */
    static Optional<String> behindOf(List<Item> items, int blow, int end) {
        for (int i = blow + 1; i + 1 < end && i <= blow + WINDOW; i++) {
            if (items.get(i).is(Tag.OF)) {
                return Reading.party(items.get(i + 1));
            }
            boolean means = items.get(i).unknown() || items.get(i).is(Tag.BY) || Group.bare(items.get(i));
            if (!means) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the name here tells whose strike it was, not where. */
    static boolean owns(List<Item> items, int name) {
        for (int i = name - 2; i >= 0 && i >= name - 5 && items.get(name - 1).is(Tag.OF); i--) {
            if (Blow.blow(items.get(i))) {
                return behindOf(items, i, name + 1).isPresent();
            }
        }
        return false;
    }
}
