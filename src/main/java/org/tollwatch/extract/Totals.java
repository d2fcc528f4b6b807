package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/** Figures that leave out what they count because the figure before has said it. */
final class Totals {

    private Totals() {}

    /** "The toll of the war rose to 48 dead": the noun that is counted says the measure, the toll before it that it is one. */
    static boolean tollAhead(List<Item> items, int first) {
        for (int i = first - 1; i >= 0 && i > first - 14; i--) {
            Item item = items.get(i);
            if (item.is(Tag.TRIGGER)) {
                return item.has(Tag.TRIGGER, "toll");
            }
            if (item.isAny(Tag.STOP, Tag.BREAK, Tag.GROUP)) {
                return false;
            }
        }
        return false;
    }

    /** "Another 29 had been killed, pushing the total to 633": the total of what was counted before. */
    static Optional<Event> of(List<Item> items, int at, Group group, Event last) {
        boolean people = last.group().noun() == NounClass.PERSON && last.measure() != Measure.STRIKES;
        boolean gear = last.measure() == Measure.EQUIPMENT_LOST && last.group().noun() == NounClass.GEAR;
        int word = (people || gear) && last.counted() ? word(items, at) : -1;
        if (word < 0) {
            return Optional.empty();
        }
        if (gear) {
            Event same = elsewhere(at, group, last);
            return Optional.of(new Event(
                    same.measure(),
                    same.group(),
                    at,
                    Optional.empty(),
                    at,
                    same.status(),
                    same.label(),
                    false,
                    word,
                    at,
                    1));
        }
        Status status = group.status() == Status.ANY ? last.status() : group.status();
        return Optional.of(new Event(last.measure(), group, at, Optional.empty(), at, status, "", false, word, at, 1));
    }

    /** "Azerbaijan put the figure at 40": another's answer to the figure before it. */
    static boolean answers(List<Item> items, Event event) {
        return event.trigger().isEmpty()
                && !event.subset()
                && event.first() < event.groupAt()
                && items.get(event.first()).is(Tag.TOTAL)
                && items.get(event.first()).is(Tag.SPEECH);
    }

    /** "Another 49 soldiers were killed; the toll now is 604": a toll right after a step counts what the step did. */
    static Optional<Status> raised(Lexeme toll, Optional<Event> before) {
        return before.filter(b -> toll.has("toll")
                        && b.group().quantity().more()
                        && b.measure() == toll.measureFor(NounClass.PERSON))
                .map(Event::status);
    }

    /** Some of what the figure before counted. */
    static Event part(List<Item> items, int at, Group group, Event whole) {
        Group some = new Group(
                group.quantity(),
                whole.group().noun(),
                false,
                whole.status(),
                whole.label(),
                Optional.empty(),
                false,
                false,
                group.inner());
        return new Event(
                whole.measure(), some, at, Optional.empty(), at, whole.status(), whole.label(), true, at, at + 1, 1);
    }

    /** As many again of what the figure before counted, in another place. */
    static Event elsewhere(int at, Group group, Event before) {
        Group same = new Group(
                group.quantity(),
                before.group().noun(),
                false,
                before.status(),
                before.label(),
                Optional.empty(),
                false,
                false,
                group.inner());
        return new Event(
                before.measure(),
                same,
                at,
                Optional.empty(),
                at,
                before.status(),
                before.label(),
                before.subset(),
                at,
                at + 1,
                1);
    }

    private static int word(List<Item> items, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 6; i--) {
            Item item = items.get(i);
            boolean sum = item.has(Tag.TOTAL, "strong");
            if (sum
                    || item.is(Tag.TOLL)
                    || item.has(Tag.INCREMENT, "strong")
                    || i == at - 1 && item.isAny(Tag.RANGE, Tag.TOTAL) && step(items, i)) {
                return i;
            }
            if (item.is(Tag.SPACE) && items.get(i + 1).isAny(Tag.RANGE, Tag.TOTAL)) {
                continue;
            }
            if (!item.isAny(
                    Tag.TOTAL, Tag.AUX, Tag.LOCATIVE, Tag.RANGE, Tag.ARTICLE, Tag.OF, Tag.PAST, Tag.SINCE, Tag.DATE)) {
                return -1;
            }
        }
        return -1;
    }

    /** "Rose by 40, to 320": what the step before the word leads up to. */
    private static boolean step(List<Item> items, int word) {
        int group = word - 1;
        while (group > 0 && items.get(group).isAny(Tag.SPACE, Tag.COMMA)) {
            group--;
        }
        boolean number = group > 0 && Group.counted(items.get(group));
        return number
                && (items.get(group - 1).is(Tag.INCREMENT)
                        || items.get(group)
                                .sense(Group.class)
                                .filter(g -> g.quantity().more())
                                .isPresent());
    }

    /** "24 civilians have died and 121 been injured": the second number counts the same kind of people as the first. */
    static Optional<Status> shared(List<Item> items, int at, Group group, List<Event> before) {
        if (!elliptic(items, at, group)) {
            return Optional.empty();
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Event event = before.get(i);
            boolean people = event.group().noun() == NounClass.PERSON && event.measure() != Measure.STRIKES;
            if (people && event.groupAt() < at && !event.subset() && event.counted()) {
                return Optional.of(event.status());
            }
        }
        return Optional.empty();
    }

    /** "Seven of them fell on Tuesday": such people as the figure before it counted. */
    static Optional<Status> ofThem(List<Item> items, int at, Group group, Optional<Event> before) {
        boolean them =
                !group.named() && at + 1 < items.size() && items.get(at + 1).is(Tag.SUBSET);
        return before.filter(b -> them && b.group().noun() == NounClass.PERSON).map(Event::status);
    }

    /** "790 soldiers fell, 1,900 were wounded": a number of nobody in particular right behind another in a list. */
    static boolean listed(List<Item> items, Event event) {
        boolean anybody = event.counted()
                && !event.subset()
                && event.group().noun() == NounClass.PERSON
                && event.group().status() == Status.ANY;
        int at = event.first() - 1;
        boolean joined = false;
        while (anybody && at >= 0 && items.get(at).isAny(Tag.SPACE, Tag.COMMA, Tag.COORD, Tag.MORE, Tag.AUX)) {
            joined |= items.get(at).isAny(Tag.SPACE, Tag.COMMA, Tag.COORD);
            at--;
        }
        int number = at > 0 && items.get(at).is(Tag.TRIGGER) ? at - 1 : at;
        joined |= number == at && items.get(event.first()).is(Tag.TRIGGER); // spaces beside numbers are not kept
        return joined && number >= 0 && Group.counted(items.get(number));
    }

    /** A number alone that "and" joins to what stands before it. */
    static boolean elliptic(List<Item> items, int at, Group group) {
        boolean number = !group.named() && !group.implied() && !group.other() && at > 0;
        boolean row = number
                && at + 1 < items.size()
                && items.get(at - 1).is(Tag.COMMA)
                && items.get(at + 1).is(Tag.TRIGGER);
        return number && items.get(at - 1).is(Tag.COORD) || row;
    }
}
