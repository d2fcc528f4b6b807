package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;

/** Parties named inside an event's group or right beside its words: the strongest evidence of whose loss it is. */
final class Beside {

    private final List<Item> items;
    private final Event event;

    Beside(List<Item> items, Event event) {
        this.items = items;
        this.event = event;
    }

    /** A party named inside the group, or right beside its noun. */
    Optional<String> group() {
        List<Item> inner = event.group().inner();
        for (int i = 0; i < inner.size(); i++) {
            Optional<String> party = Reading.party(inner.get(i));
            boolean make = i + 1 < inner.size() && inner.get(i + 1).is(Tag.DASH); // "Russian-made tanks"
            if (party.isPresent() && !make) {
                return party;
            }
        }
        Optional<String> before = peopleBefore();
        if (before.isPresent()) {
            return before;
        }
        Optional<String> inTrigger =
                event.triggerAt() == event.groupAt() ? Optional.empty() : Reading.party(items.get(event.triggerAt()));
        if (inTrigger.isPresent()) {
            return inTrigger;
        }
        if (Items.is(items, event.last() + 1, Tag.SIDE_OF)
                && right(event.last()).isPresent()) {
            return right(event.last()); // "1.200 personnes ont été tuées côté israélien"
        }
        if (event.first() < event.triggerAt() && event.triggerAt() < event.groupAt()) {
            Optional<String> owner =
                    left(event.first()); // "ยูเครนมีทหารเสียชีวิต 50 นาย": its noun stands before the verb
            if (owner.isPresent()) {
                return owner;
            }
        }
        Optional<String> launcher = launcher().or(this::sided);
        if (launcher.isPresent()) {
            return launcher;
        }
        Optional<String> right = right(event.groupAt());
        return event.group().named() ? right.or(() -> left(event.groupAt())) : right;
    }

    /** "On the Armenian side, the ministry says, two died": a side that opens the clause. */
    private Optional<String> sided() {
        for (int i = event.first() - 1; i > 1 && i > event.first() - 12; i--) {
            if (items.get(i).is(Tag.SIDE_OF) && Reading.people(items.get(i - 1))) {
                int opens = Items.is(items, i - 2, Tag.ARTICLE) ? i - 3 : i - 2;
                boolean joint = opens >= 0 && items.get(opens).isAny(Tag.LOCATIVE, Tag.AGAINST, Tag.OF);
                boolean head = opens == 0
                        || opens > 0 && items.get(opens - 1).isAny(Tag.STOP, Tag.COMMA, Tag.COORD, Tag.BREAK);
                return joint && head ? Reading.party(items.get(i - 1)) : Optional.empty();
            }
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.TRIGGER)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "43 drones launched by Russia" were Russia's. */
    private Optional<String> launcher() {
        int at = event.groupAt() + 1;
        boolean launched = event.group().noun() == NounClass.GEAR
                && event.measure() == Measure.EQUIPMENT_LOST
                && at < items.size()
                && items.get(at)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.measureFor(NounClass.GEAR) == Measure.STRIKES)
                        .isPresent();
        for (int i = at + 1; launched && Items.is(items, at + 1, Tag.BY) && i < items.size() && i < at + 5; i++) {
            if (Reading.party(items.get(i)).isPresent()) {
                return Reading.party(items.get(i));
            }
        }
        return Optional.empty();
    }

    /** "... soldiers of Azerbaijan", "binh sĩ Azerbaijan", "on the Armenian side". */
    private Optional<String> right(int from) {
        boolean linked = false;
        for (int i = from + 1; i < items.size() && i <= from + 4; i++) {
            Item item = items.get(i);
            Optional<String> party = Reading.party(item);
            boolean theirs = linked
                    || Items.is(items, i + 1, Tag.SIDE_OF)
                    || i == from + 1 && item.start() <= items.get(from).end() + 1;
            boolean strikes = i + 1 < items.size()
                    && Blow.blow(items.get(i + 1)); // "victims of Israeli strikes" are not Israel's
            if (party.isPresent() && strikes) {
                return Optional.empty();
            }
            if (party.isPresent() && theirs && !item.is(Tag.SPEECH)) {
                return party;
            }
            boolean noun = linked && Group.bare(item); // "the toll of soldiers of ..."
            linked |= item.isAny(Tag.OF, Tag.SIDE_OF);
            boolean model = item.unknown() && i == from + 1; // "một chiếc Su-25 của ..."
            if (!model
                            && !noun
                            && !item.isAny(
                                    Tag.OF, Tag.SIDE_OF, Tag.ARTICLE, Tag.ROLE, Tag.GENITIVE, Tag.LOCATIVE, Tag.SPACE)
                    || item.is(Tag.LOCATIVE)
                            && !item.is(Tag.OF)
                            && !Items.is(items, i + 1, Tag.ARTICLE)
                            && !Items.is(items, i + 1, Tag.SIDE_OF)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Armenia's 54 dead", "Azerbaijani casualties". */
    private Optional<String> left(int from) {
        for (int i = from - 1; i >= 0 && i >= from - 3; i--) {
            Item item = items.get(i);
            Optional<Name> name = Reading.name(item, Name.Kind.PARTY);
            boolean owner = name.isPresent()
                    && (name.get().form() == Name.Form.PEOPLE && (i == from - 1 || Items.is(items, i + 1, Tag.SIDE_OF))
                            || Items.is(items, i + 1, Tag.GENITIVE)
                            || Items.has(items, i + 1, Tag.AUX, "loser"))
                    && !Items.is(items, i - 1, Tag.AGAINST)
                    && !Items.is(items, i - 1, Tag.BY)
                    && !Items.is(items, i - 1, Tag.SUBSET); // "biri Nepalli 26 kişi": one of them is
            if (owner) {
                return name.map(Name::id);
            }
            if (!item.isAny(Tag.GENITIVE, Tag.ROLE, Tag.AUX, Tag.SIDE_OF)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "ชาวอาร์เมเนียเสียชีวิต 6 ราย": the people stand before the verb, the number after it. */
    private Optional<String> peopleBefore() {
        boolean state =
                event.triggerIs("form", "state") && event.triggerAt() < event.groupAt() && event.triggerAt() > 0;
        Optional<Name> name =
                state ? Reading.name(items.get(event.triggerAt() - 1), Name.Kind.PARTY) : Optional.empty();
        return name.filter(n -> n.form() == Name.Form.PEOPLE).map(Name::id);
    }

    /** "Put Armenian casualties at more than 100", "Azerbaijan's losses rose to 20": whose figure it is said to be. */
    private Optional<String> measured() {
        int i = event.first() - 1;
        int words = 0;
        while (i > 0
                && !Blow.blow(items.get(i))
                && (items.get(i).unknown() && words++ == 0
                        || items.get(i).isAny(Tag.QUOTE, Tag.LOCATIVE, Tag.TRIGGER, Tag.TOTAL, Tag.INCREMENT, Tag.AUX))
                && !items.get(i).is(Tag.NAME)) {
            i--;
        }
        return i >= 0 && i < event.first() - 1 ? left(i + 1) : Optional.empty();
    }

    /** A party named as adjective of the trigger: "Armenia's death toll", "Azerbaijani losses". */
    Optional<String> trigger() {
        Optional<String> measured = measured();
        if (measured.isPresent()) {
            return measured;
        }
        if (event.triggerAt() == event.groupAt() && !event.group().implied()) {
            return Optional.empty();
        }
        return event.triggerIs("form", "noun")
                ? left(event.triggerAt()).or(() -> right(event.triggerAt()))
                : Optional.empty();
    }
}
