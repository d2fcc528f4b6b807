package org.tollwatch.extract;

import java.util.List;

/** Where in a sentence the one who speaks may stand, and where what is told begins and ends. */
final class SpeechBounds {

    /** Items on which the subject of a verb may stretch. */
    private static final int SUBJECT = 24;

    /** The same where the verb stands at the end of all that it tells. */
    static final int LONG = 60;

    private SpeechBounds() {}

    /** Where what a verb tells begins, when it closes all of it. */
    static int start(List<Item> items, int verb) {
        int start = verb;
        while (start > 0 && verb - start < LONG && !items.get(start - 1).isAny(Tag.STOP, Tag.SPEECH)) {
            start--;
        }
        return start;
    }

    /** Where the sentence begins whose verb of speech stands there. */
    static int opening(List<Item> items, int verb) {
        int start = verb;
        int first = Math.min(Dateline.end(items), verb);
        while (start > first && verb - start < LONG && !items.get(start - 1).isAny(Tag.STOP, Tag.SPEECH)) {
            start--;
        }
        return start;
    }

    /** Where the clause begins in which the subject of the verb may stand. */
    static int clauseStart(List<Item> items, int verb) {
        int start = verb;
        int opens = Math.min(Dateline.end(items), verb);
        while (start > opens
                && verb - start < SUBJECT
                && !items.get(start - 1).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.ACCORDING)) {
            start--;
        }
        return start;
    }

    /** Where the subject ends that begins there, behind its verb. */
    static int rightEnd(List<Item> items, int from) {
        int end = from;
        boolean post = items.get(from - 1).has(Tag.ACCORDING, "post"); // it stood behind whom it names
        int limit = post ? items.get(from - 1).start() : Integer.MAX_VALUE;
        while (end < items.size()
                && items.get(end).start() < limit
                && end - from < 12
                && !items.get(end).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.TRIGGER, Tag.QUOTE)
                && !(items.get(end).isAny(Tag.COMMA, Tag.COORD) && end > from)
                && items.get(end).sense(Group.class).filter(g -> !g.implied()).isEmpty()) {
            end++;
        }
        return end;
    }

    /** Behind the last event, quotation or comma before the verb. */
    static int behind(List<Item> items, int from, int verb) {
        int start = verb;
        while (start > from
                && !hasEvent(items, start - 1, start)
                && !items.get(start - 1).isAny(Tag.QUOTE, Tag.COMMA)) {
            start--;
        }
        return start;
    }

    /** "200 were killed, X, the ombudsman, said": past the comma that ends what is told. */
    static int behindEvents(List<Item> items, int from, int verb) {
        int start = verb;
        while (start > from && !hasEvent(items, start - 1, start)) {
            start--;
        }
        while (start < verb && !items.get(start).is(Tag.COMMA)) {
            start++;
        }
        return start;
    }

    /** A verb that only speaks forward has its subject before it, before whatever is told of that subject in between. */
    static int firstEvent(List<Item> items, int from, int verb) {
        int end = from;
        while (end < verb && !hasEvent(items, end, end + 1)) {
            end++;
        }
        return end;
    }

    /** "The army, which has lost 29 men, says": where the clause about the subject begins; the clause's start if there is none. */
    static int aside(List<Item> items, int clause, int verb) {
        for (int i = clause; i + 1 < verb; i++) {
            if (items.get(i).is(Tag.COMMA)) {
                return items.get(i + 1).is(Tag.RELATIVE) ? i : clause;
            }
            if (hasEvent(items, i, i + 1)) {
                return clause;
            }
        }
        return clause;
    }

    /** Whether what happened is told there: a figure, or a word of loss or attack. */
    static boolean hasEvent(List<Item> items, int from, int to) {
        for (int i = from; i < to; i++) {
            Item item = items.get(i);
            if (item.is(Tag.TRIGGER) || item.is(Tag.GROUP) && Group.counted(item)) {
                return true;
            }
        }
        return false;
    }
}
