package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/**
 * Who speaks where the verb of speech closes what it tells: its subject opens the sentence, before the first comma or event, or
 * stands right before the verb.
 */
final class ClosingVerbs {

    private final Voices voices;

    ClosingVerbs(Voices voices) {
        this.voices = voices;
    }

    /** The subject of the verb there. */
    Optional<Attribution> subject(List<Item> items, int verb) {
        int start = SpeechBounds.start(items, verb);
        boolean passive = items.get(verb).is(Tag.SPEECH, "form", "passive");
        int end = SpeechBounds.firstEvent(items, start, verb);
        if (passive && items.subList(start, end).stream().noneMatch(i -> i.is(Tag.PRONOUN))) {
            return from(items, start, verb); // "bildirildi": nobody is said to have said it
        }
        Optional<Attribution> bare = bare(items, start, end);
        return bare.or(() -> opening(items, start, end))
                .or(() -> voices.named(items, SpeechBounds.behind(items, start, verb), verb)
                        .map(s -> new Attribution(s, verb, true)));
    }

    /** "Bakanlık ayrıca Ukrayna ordusunun ...": an office that opens the sentence by itself. */
    private Optional<Attribution> bare(List<Item> items, int start, int end) {
        boolean office = start + 1 < end
                && items.get(start).is(Tag.PRONOUN, "who", "office")
                && items.get(start + 1).isAny(Tag.AUX, Tag.COORD, Tag.COMMA, Tag.DATE);
        return office
                ? voices.named(items, start, start + 1).map(s -> new Attribution(s, start, false))
                : Optional.empty();
    }

    /** Who opens the sentence: all between him and the verb is his. */
    private Optional<Attribution> opening(List<Item> items, int start, int end) {
        for (int from = start; from < end; ) {
            int to = from;
            while (to < end && !items.get(to).isAny(Tag.COMMA, Tag.QUOTE)) {
                to++;
            }
            int own = owned(items, from, to);
            Optional<Speaker> subject = oblique(items, from, own) ? Optional.empty() : voices.head(items, from, own);
            if (subject.isPresent()) {
                int opens = from;
                return subject.map(s -> new Attribution(s, opens, false));
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    /** "Müdafiə Nazirliyindən bildirilib": an office right before a passive is where it comes from. */
    private Optional<Attribution> from(List<Item> items, int start, int verb) {
        boolean office = verb > start && (items.get(verb - 1).is(Tag.ROLE) || Voices.organ(items.get(verb - 1)));
        int from = SpeechBounds.behind(items, start, verb);
        return office ? voices.head(items, from, verb).map(s -> new Attribution(s, verb, true)) : Optional.empty();
    }

    /** "X, yaptığı açıklamada, ... bildirdi": who opened the sentence with his statement closes it with the verb. */
    static Optional<Attribution> opened(List<Item> items, int verb, List<Attribution> found) {
        if (found.isEmpty() || !items.get(verb).has(Tag.SPEECH, "final")) {
            return Optional.empty();
        }
        int opens = verb - 1;
        while (opens > 0
                && verb - opens < SpeechBounds.LONG
                && !items.get(opens).isAny(Tag.STOP, Tag.SPEECH)) {
            opens--;
        }
        int from = opens + 1;
        return items.get(opens)
                .lexeme(Tag.SPEECH)
                .filter(v -> v.is("form", "opens"))
                .map(v -> new Attribution(found.get(found.size() - 1).speaker(), from, false));
    }

    /** "Bakanlık Ukrayna'nın 50 asker ..." : an office has its owner before it; a party behind it is one that is told of. */
    private static int owned(List<Item> items, int from, int to) {
        int office = to;
        for (int i = to - 1; i >= from && office == to; i--) {
            office = items.get(i).isAny(Tag.ROLE, Tag.PRONOUN) ? i : to;
        }
        for (int i = office + 1; i < to; i++) {
            if (Reading.party(items.get(i)).isPresent()) {
                return i;
            }
        }
        return to;
    }

    /** "In Ukraine", "of Russia": nobody who speaks, unless an office follows. */
    private static boolean oblique(List<Item> items, int from, int to) {
        List<Item> region = items.subList(from, to);
        boolean office = region.stream().anyMatch(i -> i.is(Tag.PRONOUN)) || Voices.mayName(region);
        boolean free = false;
        boolean cased = false;
        for (int i = from; i < to; i++) {
            boolean bound = i > from && items.get(i - 1).isAny(Tag.LOCATIVE, Tag.BY, Tag.AGAINST)
                    || i + 1 < to && items.get(i + 1).is(Tag.GENITIVE);
            cased |= items.get(i).is(Tag.NAME) && bound;
            free |= items.get(i).is(Tag.NAME) && !bound;
        }
        return cased && !free && !office;
    }
}
