package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who speaks in a sentence: the subject of a verb of speech, or whom "according to" names. */
final class SpeakerFinder {

    private final SpeakerMemory memory;
    private final Voices voices;
    private final SpeechVerbs verbs;
    private final ColonSpeakers colons;

    SpeakerFinder(Reading reading) {
        Speakers speakers = new Speakers(reading);
        this.memory = new SpeakerMemory(reading, speakers);
        this.voices = new Voices(speakers, memory);
        this.verbs = new SpeechVerbs(voices, memory);
        this.colons = new ColonSpeakers(reading, voices);
    }

    /** Sentences must be given in order: a pronoun is whoever spoke, or was named, last. */
    List<Attribution> find(Sentence sentence) {
        List<Item> items = sentence.items();
        List<Attribution> found = new ArrayList<>();
        memory.enter(sentence);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.is(Tag.ACCORDING)) {
                int verb = i;
                boolean his = item.is(Tag.PRONOUN); // "по его словам": according to him
                voices.named(items, his ? i : i + 1, his ? i + 1 : SpeechBounds.rightEnd(items, i + 1))
                        .ifPresent(s -> found.add(new Attribution(s, verb, verb > 0)));
            } else if (item.isAny(Tag.SPEECH, Tag.APPEAL) && !item.is(Tag.TRIGGER) && !noun(items, i)) {
                spoken(items, i, found).filter(a -> item.is(Tag.SPEECH)).ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                memory.hears(found.get(found.size() - 1).speaker());
            }
        }
        if (found.isEmpty()) {
            colons.heading(items)
                    .or(() -> colons.signature(items))
                    .or(() -> passive(items))
                    .ifPresent(found::add);
        }
        memory.leave(items, found);
        return found;
    }

    /** Whose the verb there is; one without a subject goes on with who spoke before it in the sentence. */
    private Optional<Attribution> spoken(List<Item> items, int verb, List<Attribution> found) {
        Optional<Attribution> own = ClosingVerbs.opened(items, verb, found).or(() -> verbs.subject(items, verb));
        if (own.isPresent()) {
            return own;
        }
        if (!found.isEmpty()) {
            return Optional.of(new Attribution(found.get(found.size() - 1).speaker(), verb, false));
        }
        boolean goesOn = verb > 0 && items.get(verb - 1).isAny(Tag.BREAK, Tag.COORD);
        return goesOn ? memory.subjectBefore(items, verb).map(s -> new Attribution(s, verb, false)) : Optional.empty();
    }

    /** "A claim", "the report": a noun that is written like the verb. */
    private static boolean noun(List<Item> items, int verb) {
        return verb > 0
                && items.get(verb - 1).is(Tag.ARTICLE)
                && !items.get(verb - 1).is(Tag.PRONOUN);
    }

    /** "X said ... It is reported that ...": a passive right behind somebody's words goes on with them. */
    private Optional<Attribution> passive(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            int verb = i;
            boolean said = items.get(i)
                    .lexeme(Tag.SPEECH)
                    .filter(v -> v.is("form", "passive") && !v.has("weak"))
                    .isPresent();
            if (said) {
                return memory.quoted().map(s -> new Attribution(s, verb, true));
            }
        }
        return Optional.empty();
    }
}
