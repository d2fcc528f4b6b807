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
    private final Agent agent;

    Clause(Reading reading, int sentence, Event event, LocalDate day) {
        this.reading = reading;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
        this.day = day;
        this.agent = new Agent(reading, items, event, day);
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
        return Enemy.losses(items, event);
    }

    /** The third state whose people the victims are. */
    ThirdState third() {
        return new ThirdState(items, event);
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
        Optional<String> behind = agent.subjectBehind();
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
        return agent.find();
    }

    /** "It said it had killed 30 servicemen": the one who reports the deed did it. */
    boolean speakerStruck() {
        return agent.active() && pronounSubject() && !event.triggerIs("loser");
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
}
