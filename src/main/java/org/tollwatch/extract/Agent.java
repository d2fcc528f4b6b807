package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who did what an event tells of. */
final class Agent {

    private final Reading reading;
    private final List<Item> items;
    private final Event event;
    private final LocalDate day;

    Agent(Reading reading, List<Item> items, Event event, LocalDate day) {
        this.reading = reading;
        this.items = items;
        this.event = event;
        this.day = day;
    }

    /** Who did it: the subject of a verb with an object, "by X", "in X's attack". */
    Optional<String> find() {
        if (event.triggerIs("form", "list")) {
            return Optional.empty();
        }
        Optional<String> named = namedBehind();
        if (named.isPresent()) {
            return named;
        }
        Optional<String> behind = active() ? subjectBehind() : Optional.empty();
        Optional<String> before = behind.or(() -> new Doer(reading, items, event, day).find());
        return before.isPresent() ? before : active() ? activeAgent() : striker();
    }

    /** "By X", "in X's attack", right behind the event. */
    private Optional<String> namedBehind() {
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 10; i++) {
            Item item = items.get(i);
            boolean doer = Items.is(items, i - 1, Tag.BY)
                    || Items.is(items, i - 2, Tag.BY)
                    || Items.is(items, i + 1, Tag.TRIGGER) && Reading.people(item);
            if (doer && Reading.party(item).isPresent()) {
                return Reading.party(item);
            }
            int place = i;
            Optional<String> owner = StrikeOwner.ofNoun(items, i).or(() -> StrikeOwner.party(items, place));
            if (owner.isPresent()) {
                return owner;
            }
            if (item.isAny(Tag.STOP, Tag.SPEECH, Tag.ACCORDING, Tag.COMMA)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "As a result of a Russian strike three died": whose blow it was that the event came of. */
    private Optional<String> striker() {
        for (int i = event.first() - 1; i > 0 && i > event.first() - 12; i--) {
            boolean blow = Blow.blow(items.get(i));
            if (blow && Reading.people(items.get(i - 1))) {
                return Reading.party(items.get(i - 1));
            }
            if (blow
                    && i > 1
                    && items.get(i - 1).is(Tag.GENITIVE)
                    && Reading.party(items.get(i - 2)).isPresent()) {
                return Reading.party(items.get(i - 2)); // "Ադրբեջանի հարձակման հետևանքով"
            }
            int place = i;
            Optional<String> owner = blow ? StrikeOwner.behindOf(items, i, event.first()) : Optional.empty();
            owner = owner.or(() -> weapon(place)); // "tên lửa Nga đánh trúng một nhà in khiến 7 người tử vong"
            owner = owner.or(() -> StrikeOwner.party(items, place));
            if (owner.isPresent()) {
                return owner;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.ACCORDING, Tag.BREAK)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whose weapon the verb of a strike there has for its subject, named right behind it. */
    private Optional<String> weapon(int i) {
        boolean deed = items.get(i)
                .lexeme(Tag.TRIGGER)
                .filter(t -> t.has("object") && t.has("agent") && t.is("form", "verb"))
                .isPresent();
        boolean armed = deed
                && i > 1
                && items.get(i - 2)
                        .sense(Group.class)
                        .filter(g -> g.noun() == NounClass.AMMO || g.noun() == NounClass.GEAR)
                        .isPresent();
        return armed ? Reading.party(items.get(i - 1)) : Optional.empty();
    }

    /** The subject that stands between the verb and what it happened to. */
    Optional<String> subjectBehind() {
        return event.trigger()
                .map(t -> Subject.behind(items, event.triggerAt(), t))
                .filter(at -> at >= 0 && at < event.groupAt())
                .flatMap(at -> Reading.party(items.get(at)));
    }

    /** Whether the verb says what its subject did. */
    boolean active() {
        return event.triggerIs("final") || event.triggerAt() < event.groupAt() && event.triggerIs("form", "verb");
    }

    private Optional<String> activeAgent() {
        for (int i = event.first() - 1; i >= 0 && i > event.first() - 12; i--) {
            Item item = items.get(i);
            Optional<String> party = Reading.party(item);
            boolean owner =
                    Items.is(items, i + 1, Tag.GENITIVE) && Items.is(items, i + 2, Tag.GROUP); // "X's 300 soldiers"
            boolean does = !owner
                    && !Items.is(items, i - 1, Tag.AGAINST)
                    && !Items.is(items, i - 1, Tag.LOCATIVE)
                    && !Items.is(items, i - 1, Tag.EPISODE)
                    && !Subject.tells(items, i)
                    && !Items.counted(items, i - 1); // "diệt 370 lính Armenia, phá 12 xe tăng"
            boolean suffers = i + 1 < items.size() && items.get(i + 1).is(Tag.TRIGGER, "form", "state");
            boolean dateline = i == 0 && Items.is(items, 1, Tag.PAREN)
                    || Items.is(items, i + 1, Tag.DASH) && i == 0; // "KYIV (Reuters) - ..."
            if (party.isPresent() && does && !suffers && !dateline) {
                return party;
            }
            if (item.isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
