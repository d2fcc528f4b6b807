package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The evidence that the words around an event give of whose it is. */
final class Clause {

    private final Reading reading;
    private final List<Item> items;
    private final Event event;
    private final LocalDate day;

    Clause(Reading reading, int sentence, Event event, LocalDate day) {
        this.reading = reading;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    /** A party named in the group or right beside it. */
    Optional<String> ownName() {
        return new Beside(items, event).group();
    }

    /** A party named beside the trigger: "Armenia's death toll", "Azerbaijani losses". */
    Optional<String> adjacentName() {
        return new Beside(items, event).trigger();
    }

    /** "Fighting between Armenian and Azerbaijani forces". */
    private boolean between() {
        for (int i = 0; i + 3 < items.size(); i++) {
            Optional<String> one = items.get(i).is(Tag.RANGE_OPEN) ? Reading.party(items.get(i + 1)) : Optional.empty();
            for (int k = i + 2; one.isPresent() && k + 1 < items.size() && k < i + 4; k++) {
                Optional<String> other =
                        items.get(k).is(Tag.COORD) ? Reading.party(items.get(k + 1)) : Optional.empty();
                if (other.isPresent() && !other.equals(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean bothSides() {
        return between()
                || near(Tag.BOTH_SIDES, 5)
                || event.group().inner().stream().anyMatch(i -> i.is(Tag.BOTH_SIDES));
    }

    boolean enemy() {
        return event.group().inner().stream().anyMatch(i -> i.is(Tag.ENEMY))
                || Items.is(items, event.groupAt() + 1, Tag.ENEMY)
                || Items.is(items, event.groupAt() + 2, Tag.ENEMY) && Items.is(items, event.groupAt() + 1, Tag.OF)
                || event.triggerIs("loser") && enemyAhead(false)
                || event.triggerIs("form", "state") && enemyAhead(true)
                || Items.is(items, event.groupAt() - 1, Tag.ENEMY)
                || Items.is(items, event.groupAt() - 2, Tag.ENEMY) && has(event.groupAt() - 1);
    }

    /** "The enemy has 430 dead". */
    private boolean has(int i) {
        return items.get(i).has(Tag.AUX, "loser");
    }

    /** "The enemy lost 50 tanks", "the enemy was killed or wounded, 2,300 in all". */
    private boolean enemyAhead(boolean near) {
        for (int i = event.first() - 1; i >= 0; i--) {
            Item item = items.get(i);
            boolean enemies = item.sense(Group.class)
                    .filter(g -> g.inner().stream().anyMatch(x -> x.is(Tag.ENEMY)))
                    .isPresent(); // "ข้าศึก"
            if (item.is(Tag.ENEMY) || enemies) {
                return true;
            }
            boolean between = item.isAny(Tag.AUX, Tag.SPACE);
            boolean ends = item.isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)
                    || Reading.party(item).isPresent();
            if (ends || near && !between) {
                return false;
            }
        }
        return false;
    }

    /** The third state whose people the victims are: "Russian peacekeepers". */
    Optional<String> third() {
        for (Item item : event.group().inner()) {
            if (nationality(item).isPresent()) {
                return nationality(item);
            }
        }
        boolean beside =
                event.group().named() && event.groupAt() + 1 < items.size() && beside(items.get(event.groupAt() + 1));
        return beside ? nationality(items.get(event.groupAt() + 1)) : Optional.empty();
    }

    /** Soldiers who belong to no side, but to the state that sent them. */
    boolean peacekeepers() {
        return event.group().inner().stream().anyMatch(i -> i.has(Tag.PERSON, "actor"));
    }

    private static Optional<String> nationality(Item item) {
        return Reading.name(item, Name.Kind.ACTOR)
                .filter(n -> n.form() != Name.Form.SEAT)
                .map(Name::id);
    }

    private boolean beside(Item next) {
        return nationality(next).isPresent()
                && next.start() <= items.get(event.groupAt()).end() + 1
                && !Items.is(items, event.groupAt() + 2, Tag.SPEECH);
    }

    boolean possessive() {
        for (int i = event.last() + 1; i + 1 < items.size() && i <= event.last() + 3; i++) {
            if (items.get(i).is(Tag.POSSESSIVE) && Items.is(items, i + 1, Tag.SIDE_OF)) {
                return true; // "35 men had been wounded on his side"
            }
        }
        return event.group().inner().stream().anyMatch(i -> i.is(Tag.POSSESSIVE))
                || Items.is(items, event.groupAt() + 1, Tag.POSSESSIVE)
                || Items.is(items, event.groupAt() - 1, Tag.POSSESSIVE);
    }

    /** The party named last before the event that is not fought against, or done by. */
    Optional<String> subject() {
        Optional<String> behind = subjectBehind();
        if (behind.isPresent()) {
            return behind;
        }
        for (int i = event.first() - 1; i >= 0; i--) {
            Optional<String> party = Reading.party(items.get(i));
            if (party.isPresent()
                    && !Items.is(items, i - 1, Tag.AGAINST)
                    && !Items.is(items, i - 1, Tag.BY)
                    && !Items.is(items, i - 1, Tag.LOCATIVE)) {
                return party;
            }
            if (items.get(i).is(Tag.STOP)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    boolean pronounSubject() {
        return subjectItem(Tag.PRONOUN) || subjectItem(Tag.POSSESSIVE);
    }

    private boolean subjectItem(Tag tag) {
        for (int i = event.first() - 1; i >= 0 && i >= event.first() - 4; i--) {
            if (items.get(i).is(tag)) {
                return true;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK, Tag.TRIGGER)) {
                return false;
            }
        }
        return false;
    }

    /** Whose town the blow fell on that the event is the outcome of: "pounded the town, killing 32". */
    Optional<String> target() {
        for (int i = event.first() - 1; i >= 0 && i > event.first() - 16; i--) {
            Optional<Lexeme> strike = items.get(i).lexeme(Tag.TRIGGER).filter(t -> t.has("object"));
            if (strike.isPresent()) {
                return new StrikeClause(reading, items, day).target(i, strike.get());
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Who did it: the subject of a verb with an object, "by X", "in X's attack". */
    Optional<String> agent() {
        if (event.triggerIs("form", "list")) {
            return Optional.empty();
        }
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 10; i++) {
            Item item = items.get(i);
            boolean doer = Items.is(items, i - 1, Tag.BY)
                    || Items.is(items, i - 2, Tag.BY)
                    || Items.is(items, i + 1, Tag.TRIGGER) && name(item, Name.Form.PEOPLE);
            if (doer && Reading.party(item).isPresent()) {
                return Reading.party(item);
            }
            int place = i;
            Optional<String> owner = owner(i).or(() -> new StrikeClause(reading, items, day).ownerBehind(place));
            if (owner.isPresent()) {
                return owner;
            }
            if (item.isAny(Tag.STOP, Tag.SPEECH, Tag.ACCORDING, Tag.COMMA)) {
                break;
            }
        }
        Optional<String> behind = active() ? subjectBehind() : Optional.empty();
        Optional<String> before = behind.or(() -> new Doer(reading, items, event, day).find());
        return before.isPresent() ? before : active() ? activeAgent() : striker();
    }

    /** "As a result of a Russian strike three died": whose blow it was that the event came of. */
    private Optional<String> striker() {
        for (int i = event.first() - 1; i > 0 && i > event.first() - 12; i--) {
            boolean blow = Blow.blow(items.get(i));
            if (blow && name(items.get(i - 1), Name.Form.PEOPLE)) {
                return Reading.party(items.get(i - 1));
            }
            if (blow
                    && i > 1
                    && items.get(i - 1).is(Tag.GENITIVE)
                    && Reading.party(items.get(i - 2)).isPresent()) {
                return Reading.party(items.get(i - 2)); // "Ադրբեջանի հարձակման հետևանքով"
            }
            int place = i;
            Optional<String> owner = blow ? Blow.owner(items, i, event.first()) : Optional.empty();
            owner = owner.or(() -> weapon(place)); // "tên lửa Nga đánh trúng một nhà in khiến 7 người tử vong"
            owner = owner.or(() -> new StrikeClause(reading, items, day).ownerBehind(place));
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

    /** Whose attack the noun there speaks of, where its owner stands behind it. */
    private Optional<String> owner(int i) {
        return items.get(i)
                .lexeme(Tag.TRIGGER)
                .filter(t -> t.is("form", "noun") && t.has("object"))
                .map(t -> Subject.behind(items, i, t))
                .filter(at -> at >= 0)
                .flatMap(at -> Reading.party(items.get(at)));
    }

    /** The subject that stands between the verb and what it happened to. */
    private Optional<String> subjectBehind() {
        return event.trigger()
                .map(t -> Subject.behind(items, event.triggerAt(), t))
                .filter(at -> at >= 0 && at < event.groupAt())
                .flatMap(at -> Reading.party(items.get(at)));
    }

    private boolean active() {
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
                    && !told(i)
                    && !counted(i - 1); // "diệt 370 lính Armenia, phá 12 xe tăng"
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

    /** "As X reported, 45 were killed": the name of who tells. */
    private boolean told(int i) {
        int from = i - 1;
        while (from >= 0 && from > i - 4 && items.get(from).isAny(Tag.ROLE, Tag.NAME, Tag.OF, Tag.ARTICLE)) {
            from--;
        }
        return Items.is(items, from, Tag.ACCORDING);
    }

    /** "It said it had killed 30 servicemen": the one who reports the deed did it. */
    boolean speakerStruck() {
        return active() && pronounSubject() && !event.triggerIs("loser");
    }

    boolean passiveWithoutAgent() {
        return event.triggerAt() > event.groupAt() && possessive();
    }

    /** The number counts what the one before it counted, and leaves it out. */
    boolean elliptic() {
        return Totals.elliptic(items, event.groupAt(), event.group()) || Totals.listed(items, event);
    }

    /** The places the clause names. */
    Whereabouts whereabouts() {
        return new Whereabouts(reading, items, event, day);
    }

    boolean episodeWord() {
        return items.stream()
                .anyMatch(i ->
                        i.is(Tag.EPISODE) || Reading.name(i, Name.Kind.EPISODE).isPresent());
    }

    private boolean near(Tag tag, int reach) {
        for (int i = Math.max(0, event.first() - reach); i < Math.min(items.size(), event.last() + 1 + reach); i++) {
            if (items.get(i).is(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean name(Item item, Name.Form form) {
        return Reading.name(item, Name.Kind.PARTY).filter(n -> n.form() == form).isPresent();
    }

    /** A number of people or things, whose own the name behind it is. */
    private boolean counted(int i) {
        return i >= 0 && Group.counted(items.get(i));
    }
}
