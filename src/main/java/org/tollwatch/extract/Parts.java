package org.tollwatch.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;

/** The words by which a figure is a part of the one told before it, or of what was counted there. */
final class Parts {

    private final List<Item> items;
    private final Links links;
    private final Told told;

    Parts(List<Item> items, Links links, Told told) {
        this.items = items;
        this.links = links;
        this.told = told;
    }

    /** What a marker of parts says happened to the whole. */
    Optional<Measure> said(int marker) {
        Optional<Lexeme> subset = marker < items.size() ? items.get(marker).lexeme(Tag.SUBSET) : Optional.empty();
        return subset.map(s -> s.measureFor(NounClass.PERSON));
    }

    /** "2'si çocuk 9 kişi yaralandı": people right before those that they are a part of, where the verb stands last. */
    boolean wholeRightBehind(int at, Group group) {
        boolean row = group.noun() == NounClass.PERSON
                && group.named()
                && !group.implied()
                && at + 1 < items.size()
                && items.get(at + 1)
                        .sense(Group.class)
                        .filter(g -> g.noun() == NounClass.PERSON && g.named() && !g.implied())
                        .isPresent();
        return row
                && links.behind(at, group.noun())
                        .filter(l -> l.reading().is("side", "before"))
                        .isPresent();
    }

    /** "เสียชีวิต 13 ราย เป็นเด็กชาย 1 ราย": what some of those just counted are. */
    boolean are(int at, Group group) {
        boolean being = group.named()
                && group.noun() == NounClass.PERSON
                && told.here().isPresent()
                && at > 0
                && items.get(at - 1).is(Tag.AUX, "form", "being");
        return being && some(at, group, told.here().orElseThrow());
    }

    private static boolean some(int at, Group group, Event last) {
        return last.counted()
                && last.group().noun() == NounClass.PERSON
                && last.measure() != Measure.STRIKES
                && last.last() >= at - 4
                && group.quantity().count().low()
                        < last.group().quantity().count().low();
    }

    /** "Trong số 26 người chết có 12 trẻ em và 5 phụ nữ": who is said to be among the people just counted. */
    boolean among(int at, Group group) {
        int has = at - 1;
        while (has > 0
                && (items.get(has).isAny(Tag.COORD, Tag.COMMA, Tag.SPACE)
                        || Items.group(items, has)
                                .filter(g -> g.named() && !g.implied())
                                .isPresent())) {
            has--;
        }
        boolean people = group.named() && group.noun() == NounClass.PERSON && has > 0;
        if (!people || !items.get(has).is(Tag.GENITIVE) || told.here().isEmpty()) {
            return false;
        }
        Event last = told.here().orElseThrow();
        for (int i = has - 1; i >= 0 && !items.get(i).isAny(Tag.COMMA, Tag.STOP); i--) {
            boolean dead = items.get(i).has(Tag.SUBSET, "person"); // "ในจำนวนผู้เสียชีวิต 26 ราย มีเด็ก 12 คน"
            if (dead || CountedNoun.whole(items.get(i))) {
                return last.groupAt() > i && last.counted();
            }
        }
        return false;
    }

    /** "158 drones, two of them over the capital": a number alone that counts some of the figure right before it. */
    boolean ofThem(int at, Group group) {
        boolean them = !group.named()
                && !group.other()
                && at > 0
                && at + 1 < items.size()
                && items.get(at + 1)
                        .lexeme(Tag.SUBSET)
                        .filter(s -> !s.has("person"))
                        .isPresent()
                && items.get(at - 1).isAny(Tag.COMMA, Tag.COORD, Tag.DASH, Tag.PAREN);
        return them
                && told.here().isPresent()
                && told.here().orElseThrow().counted()
                && Reach.between(items, told.here().orElseThrow().last(), at) < 12;
    }

    /** "11 drones were shot down over one region, 23 – over another": a number alone, and another place. */
    boolean elsewhere(int at, Group group) {
        boolean dash = at + 2 < items.size() && items.get(at + 1).is(Tag.DASH);
        boolean place = dash
                ? items.get(at + 2).is(Tag.LOCATIVE)
                : at + 2 < items.size()
                        && items.get(at + 1).is(Tag.LOCATIVE)
                        && Reading.name(items.get(at + 2), Name.Kind.PLACE).isPresent();
        int where = dash ? at + 2 : at + 1;
        boolean gear = told.here().isPresent()
                && told.here().orElseThrow().group().noun() == NounClass.GEAR
                && where + 1 < items.size()
                && items.get(where).is(Tag.LOCATIVE)
                && (place || items.get(where + 1).unknown()); // a region in a case that no list has, or the sea
        boolean listed = gear
                && at > 1
                && items.get(at - 1).is(Tag.STOP)
                && told.here().orElseThrow().last() >= at - 3; // "33 drones: 18 over one region, nine over another"
        return (place || gear)
                && !group.named()
                && !group.other()
                && at > 0
                && (items.get(at - 1).isAny(Tag.COMMA, Tag.COORD, Tag.MORE) || listed)
                && told.here().isPresent()
                && told.here().orElseThrow().counted()
                && Reach.between(items, told.here().orElseThrow().last(), at) < 12;
    }

    /** "Launched 472 weapons, including 440 drones": the figure before the marker counts what was launched, or shot down. */
    boolean launched(Group group, int marker) {
        boolean weapon = group.named()
                && (group.noun() == NounClass.AMMO || group.noun() == NounClass.GEAR && "drone".equals(group.label()));
        return weapon && marker >= 0 && afterStrikes(marker);
    }

    private boolean afterStrikes(int marker) {
        return told.events().stream()
                .filter(e -> e.last() < marker && e.counted())
                .max(Comparator.comparingInt(Event::last))
                .filter(e -> e.measure() == Measure.STRIKES
                        && (e.group().noun() == NounClass.AMMO || e.group().noun() == NounClass.GEAR))
                .isPresent();
    }

    /** Whether a group without a trigger may be the part that the marker speaks of. */
    boolean marked(int at, Group group, int marker) {
        boolean told = group.named() || SubsetStage.ofPeople(items.get(marker)) || marker == at - 1 && placed(at + 1);
        return told && (group.noun() == NounClass.PERSON || group.noun() == NounClass.GEAR);
    }

    /** "Including 12 in Gaza", "dont 3.800 depuis janvier": a part that only a place or a time tells from the whole. */
    private boolean placed(int at) {
        int word = at < items.size() && items.get(at).is(Tag.DASH) ? at + 1 : at;
        return word < items.size() && items.get(word).isAny(Tag.LOCATIVE, Tag.SINCE, Tag.DATE);
    }
}
