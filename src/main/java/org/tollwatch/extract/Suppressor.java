package org.tollwatch.extract;

import java.util.List;
import org.tollwatch.ledger.Measure;

/**
 * Tells what is said to have happened from what is denied, feared, planned, asked or only imagined. A marker governs its own
 * clause: it stands before the event, or inside it, with no clause break between; some ("if", "denied that") reach on.
 */
final class Suppressor {

    private static final int WINDOW = 25;

    private Suppressor() {}

    static boolean suppresses(List<Item> items, Event event, boolean question) {
        return question
                || rate(items, event)
                || size(items, event)
                || inside(items, event)
                || before(items, event)
                || after(items, event)
                || ill(items, event);
    }

    /** A disease named in the sentence is what those in it died of, unless a blow is told of between. */
    private static boolean ill(List<Item> items, Event event) {
        if (event.measure() != Measure.KILLED) {
            return false;
        }
        for (int i = event.first() - 1; i >= 0 && !Blow.blow(items.get(i)); i--) {
            if (items.get(i).is(Tag.ILLNESS)) {
                return true;
            }
        }
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 8 && !Blow.blow(items.get(i)); i++) {
            if (items.get(i).is(Tag.ILLNESS)) {
                return true;
            }
            boolean of = i + 1 < items.size() && items.get(i + 1).is(Tag.ILLNESS); // "died because of cholera"
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK) && !of) {
                return false;
            }
        }
        return event.group().inner().stream().anyMatch(item -> item.is(Tag.ILLNESS));
    }

    private static boolean marker(Item item) {
        return item.isAny(Tag.NEGATION, Tag.HYPOTHETICAL, Tag.DENIAL);
    }

    /** "33,000 people are killed every year": how often, not what happened. */
    private static boolean rate(List<Item> items, Event event) {
        for (int i = Math.max(0, event.first() - 6); i < Math.min(items.size(), event.last() + 7); i++) {
            if (items.get(i).is(Tag.HYPOTHETICAL, "scope", "rate")) {
                return true;
            }
        }
        return false;
    }

    /** "Rocked the town of 1,200 people": the number is a size, also where what happened stands before it. */
    private static boolean size(List<Item> items, Event event) {
        int at = event.groupAt();
        return event.triggerAt() < at - 1
                && items.get(at - 1)
                        .lexeme(Tag.FRACTION)
                        .filter(f -> !f.is("form", "whole"))
                        .isPresent();
    }

    private static boolean inside(List<Item> items, Event event) {
        for (int i = event.first(); i <= event.last(); i++) {
            boolean covered = i == event.groupAt() && event.groupAt() != event.triggerAt();
            if (!covered && marker(items.get(i)) && !items.get(i).is(Tag.TRIGGER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean before(List<Item> items, Event event) {
        boolean near = true;
        int words = 0;
        boolean apposed = false;
        for (int i = event.first() - 1; i >= 0 && i > event.first() - WINDOW; i--) {
            Item item = items.get(i);
            apposed |= item.isAny(Tag.COMMA, Tag.DASH); // "half of the people, about 75,000, have fled"
            boolean percent = item.is(Tag.FRACTION)
                    && item.is(Tag.MASKED)
                    && items.get(i + 1).is(Tag.OF); // "53% of the 150,000 residents"
            if ((percent
                            || item.lexeme(Tag.FRACTION)
                                    .filter(f -> !f.is("form", "whole"))
                                    .isPresent())
                    && !apposed
                    && event.first() - i <= 5
                    && event.groupAt() == event.first()) {
                return true;
            }
            boolean reaches = item.lexeme(Tag.HYPOTHETICAL)
                    .or(() -> item.lexeme(Tag.DENIAL))
                    .filter(l -> l.is("scope", "far"))
                    .isPresent();
            if (reaches
                    || near && item.isAny(Tag.HYPOTHETICAL, Tag.DENIAL)
                    || item.is(Tag.NEGATION) && near && words < 3) {
                return true;
            }
            if (item.is(Tag.BREAK, "form", "turn")) {
                return false; // "denied it, although ...": what holds all the same
            }
            boolean says = item.is(Tag.SPEECH) && i > 0 && items.get(i - 1).isAny(Tag.COORD, Tag.SPACE, Tag.COMMA);
            if (says && !item.is(Tag.NEGATION)) {
                return false; // "denied it, and said that ...": a new statement
            }
            near &= !item.isAny(Tag.BREAK, Tag.STOP, Tag.COMMA, Tag.GROUP, Tag.TRIGGER, Tag.COORD, Tag.SPEECH);
            words += item.isAny(Tag.AUX, Tag.ARTICLE) ? 0 : 1;
            if (item.is(Tag.STOP)) {
                return false;
            }
        }
        return false;
    }

    /** A modal right after the group's noun ("deaths could follow") or a condition after it ("if shelling resumes"). */
    private static boolean after(List<Item> items, Event event) {
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 8; i++) {
            Item item = items.get(i);
            if (item.is(Tag.HYPOTHETICAL)
                    && !item.lexeme(Tag.HYPOTHETICAL).orElseThrow().is("scope", "far")
                    && event.groupAt() == event.last()) {
                return true;
            }
            boolean closes = i + 1 == items.size() || items.get(i + 1).isAny(Tag.STOP, Tag.COMMA, Tag.DASH, Tag.COORD);
            if (item.is(Tag.DENIAL) && closes || item.is(Tag.NEGATION, "form", "after")) {
                return true; // "the loss of a helicopter they deny", "there are no wounded": the verb stands last
            }
            if (item.isAny(
                    Tag.BREAK,
                    Tag.STOP,
                    Tag.COMMA,
                    Tag.COORD,
                    Tag.TRIGGER,
                    Tag.GROUP,
                    Tag.SPEECH,
                    Tag.RELATIVE,
                    Tag.SPACE)) {
                return false;
            }
        }
        return false;
    }
}
