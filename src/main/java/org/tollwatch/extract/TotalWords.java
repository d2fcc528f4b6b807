package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** The words by which a figure is a total, a step on what was before, or that of the fighting itself. */
final class TotalWords {

    private final Reading reading;
    private final int sentence;
    private final List<Item> items;
    private final Event event;
    private final EventDay days;

    TotalWords(Reading reading, int sentence, Event event, EventDay days) {
        this.reading = reading;
        this.sentence = sentence;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
        this.days = days;
    }

    /** "Rose by 54": a step, not a total. */
    boolean rises() {
        for (int i = event.groupAt() - 1; i >= 0 && i >= event.groupAt() - 4; i--) {
            if (items.get(i).is(Tag.INCREMENT)
                    && !items.get(i).lexeme(Tag.INCREMENT).orElseThrow().has("strong")) {
                return true;
            }
            if (items.get(i).isAny(Tag.TOTAL, Tag.GROUP, Tag.STOP)) {
                return false;
            }
        }
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 8; i++) {
            if (items.get(i).has(Tag.INCREMENT, "strong")) {
                return true;
            }
            if (items.get(i).isAny(Tag.GROUP, Tag.STOP)) {
                return false;
            }
        }
        return false;
    }

    /** "The toll of Monday's explosion rose to 68": all the victims of one blow. */
    boolean ofBlow() {
        int toll = event.triggerIs("toll") ? event.triggerAt() : -1;
        for (int i = toll + 1; toll >= 0 && i < items.size() && i <= toll + 7; i++) {
            boolean strike = Blow.blow(items.get(i));
            if (strike || items.get(i).isAny(Tag.STOP, Tag.GROUP, Tag.TRIGGER)) {
                return strike || struckBefore(toll);
            }
        }
        return struckBefore(toll) || toll >= 0 && new Blow(reading, sentence, event).justTold();
    }

    /** "Պայթյունի զոհերի թիվը": the one blow right before its toll; many blows have a running one. */
    private boolean struckBefore(int toll) {
        return toll > 0
                && items.get(toll - 1)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.has("object") && t.has("one"))
                        .isPresent();
    }

    /** A word of totals in the event's clause, or a trigger that is one. */
    boolean total() {
        boolean toll = event.triggerIs("toll") && !event.triggerIs("weak");
        if (toll || items.stream().anyMatch(TotalWords::far)) {
            return true;
        }
        if (event.trigger().isEmpty() && Totals.tollAhead(items, event.first())) {
            return true;
        }
        return before() || inOrBehind();
    }

    private boolean before() {
        int from = Math.max(0, event.first() - 8);
        for (int i = event.first() - 1; i >= from; i--) {
            if (says(items.get(i))) {
                return true;
            }
            if (items.get(i).isAny(Tag.GROUP, Tag.STOP, Tag.TRIGGER)) {
                return false;
            }
        }
        return false;
    }

    private boolean inOrBehind() {
        for (int i = event.first(); i < Math.min(items.size(), event.last() + 9); i++) {
            boolean inside = i <= event.last();
            if (!inside && (items.get(i).is(Tag.TRIGGER) || items.get(i).is(Tag.COMMA) && closed())) {
                break;
            }
            if (says(items.get(i))) {
                return true;
            }
            if (!inside
                    && (items.get(i).isAny(Tag.GROUP, Tag.STOP) || items.get(i).is(Tag.TRIGGER))) {
                break;
            }
        }
        return false;
    }

    private boolean says(Item item) {
        return item.is(Tag.TOTAL) && !item.has(Tag.TOTAL, "weak") && !already(item);
    }

    /** The verb stood last: behind a comma another clause begins. */
    private boolean closed() {
        return event.triggerAt() > event.groupAt() && event.triggerIs("side", "before");
    }

    /** "Up from 12": what the figure beside it was before. */
    boolean superseded() {
        Optional<Lexeme> total = items.get(event.first()).lexeme(Tag.TOTAL);
        return event.trigger().isEmpty()
                && total.filter(l -> l.is("scope", "before")).isPresent();
    }

    private static boolean far(Item item) {
        return item.is(Tag.TOTAL, "scope", "far");
    }

    /** "เหตุโจมตีเมื่อวันจันทร์คร่าชีวิตไปแล้ว 12 ราย": "already", of one blow on one day, makes no running total. */
    private boolean already(Item item) {
        return item.is(Tag.TOTAL, "form", "already")
                && days.find().filter(Moment::oneDay).isPresent()
                && items.stream().anyMatch(Blow::blow);
    }

    /** The words speak of the clashes or the operation itself, not of one blow. */
    boolean episodeItself() {
        for (int i = event.last() + 1; i < items.size() && i <= event.last() + 5; i++) {
            if (items.get(i).is(Tag.EPISODE)) {
                return true;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.COMMA, Tag.BREAK, Tag.GROUP)) {
                return false;
            }
        }
        return false;
    }
}
