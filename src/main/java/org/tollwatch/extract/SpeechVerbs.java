package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Who speaks where the sentence has a verb of speech: its subject before it, or behind it, or left out. */
final class SpeechVerbs {

    private final Voices voices;
    private final SpeakerMemory memory;
    private final ClosingVerbs closing;

    SpeechVerbs(Voices voices, SpeakerMemory memory) {
        this.voices = voices;
        this.memory = memory;
        this.closing = new ClosingVerbs(voices);
    }

    /** The subject of the verb there. */
    Optional<Attribution> subject(List<Item> items, int verb) {
        if (items.get(verb).has(Tag.SPEECH, "final")) {
            return closing.subject(items, verb);
        }
        int clause = SpeechBounds.clauseStart(items, verb);
        return subjectBehind(items, clause, verb)
                .or(() -> before(items, clause, verb))
                .or(() -> inverted(items, verb))
                .or(() -> unsaid(items, verb));
    }

    /**
     * "Qala X": where a verb has its subject after it, or leaves it out and goes on with whoever spoke. What it tells stands
     * before it only when nothing follows.
     */
    private Optional<Attribution> subjectBehind(List<Item> items, int clause, int verb) {
        if (!subjectAfter(items.get(verb))) {
            return Optional.empty();
        }
        int end = SpeechBounds.rightEnd(items, verb + 1);
        boolean told = SpeechBounds.hasEvent(items, clause, verb);
        boolean after = told && !SpeechBounds.hasEvent(items, end, items.size());
        return voices.named(items, verb + 1, end)
                .or(() -> told ? Optional.empty() : voices.named(items, clause, verb))
                .or(() -> memory.unsaid(items, verb))
                .map(s -> new Attribution(s, verb, after));
    }

    /** Whether the verb of speech has its subject after it. */
    static boolean subjectAfter(Item verb) {
        return verb.lexeme(Tag.SPEECH)
                .or(() -> verb.lexeme(Tag.APPEAL))
                .filter(v -> v.is("subject", "after"))
                .isPresent();
    }

    /** The subject before the verb: right before it, or before what is told of it in between. */
    private Optional<Attribution> before(List<Item> items, int clause, int verb) {
        boolean events = SpeechBounds.hasEvent(items, clause, verb);
        int comma = behindComma(items, clause, verb, events);
        Optional<Speaker> near = voices.named(items, comma, verb);
        boolean forward = items.get(verb).has(Tag.SPEECH, "forward");
        int end = forward ? SpeechBounds.firstEvent(items, clause, verb) : events ? clause : verb;
        boolean closes = events && verb > 0 && items.get(verb - 1).is(Tag.COMMA);
        Optional<Speaker> named =
                closes ? voices.named(items, SpeechBounds.behindEvents(items, clause, verb), verb) : Optional.empty();
        int opens = closes ? SpeechBounds.opening(items, verb) : clause;
        int apart = closes ? SpeechBounds.aside(items, opens, verb) : opens;
        Optional<Speaker> whole = near.or(() -> voices.named(items, opens, apart))
                .or(() -> named)
                .or(() -> voices.named(items, clause, end));
        boolean inserted = apart > opens && near.isEmpty() && named.isEmpty();
        boolean after = !inserted && !forward && (events || comma > clause && near.isPresent());
        return whole.map(s -> new Attribution(s, verb, after));
    }

    /** Behind the last comma or quotation mark before the verb, or space that parts what is told. */
    private static int behindComma(List<Item> items, int clause, int verb, boolean events) {
        int comma = clause;
        for (int i = clause; i < verb; i++) {
            boolean ends = items.get(i).isAny(Tag.COMMA, Tag.QUOTE)
                    || events && items.get(i).is(Tag.SPACE);
            comma = ends ? i + 1 : comma;
        }
        return comma;
    }

    private Optional<Attribution> inverted(List<Item> items, int verb) {
        return mayFollow(items, verb)
                ? voices.named(items, verb + 1, SpeechBounds.rightEnd(items, verb + 1))
                        .map(s -> new Attribution(s, verb, true))
                : Optional.empty();
    }

    /** Behind a quotation, behind "about this" and at the head of a sentence the speaker may follow the verb. */
    private static boolean mayFollow(List<Item> items, int verb) {
        int first = verb;
        while (first > 0 && items.get(first - 1).is(Tag.AUX)) {
            first--; // ", a déclaré le ministère"
        }
        int mark = first > 1 && items.get(first - 1).is(Tag.DASH) ? first - 2 : first - 1;
        return first == 0
                || items.get(mark).isAny(Tag.QUOTE, Tag.COMMA, Tag.ACCORDING)
                || items.subList(0, verb).stream().anyMatch(i -> i.is(Tag.TOLD));
    }

    /** ", añadió,": a verb of speech between two commas, whose subject was named before. */
    private Optional<Attribution> unsaid(List<Item> items, int verb) {
        boolean between = Items.is(items, verb - 1, Tag.COMMA) && Items.is(items, verb + 1, Tag.COMMA);
        return between ? memory.unsaid(items, verb).map(s -> new Attribution(s, verb, false)) : Optional.empty();
    }
}
