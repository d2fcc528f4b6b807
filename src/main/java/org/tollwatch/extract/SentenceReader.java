package org.tollwatch.extract;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cascade: text, sentences, items, numbers, dates, quantities, groups, events. */
final class SentenceReader {

    private final LanguagePack pack;
    private final Lexer lexer;
    private final DateStage dates;

    /**
     * @param names of the conflict in the pack's language
     * @param published local to the conflict
     */
    SentenceReader(LanguagePack pack, Trie names, LocalDateTime published) {
        this.pack = pack;
        this.lexer = new Lexer(pack, names);
        this.dates = new DateStage(pack, published);
    }

    List<Sentence> read(NormalText text) {
        List<Sentence> sentences = new ArrayList<>();
        Optional<Event> before = Optional.empty();
        boolean gap = false;
        for (Splitter.Span span : Splitter.split(pack, text)) {
            List<Item> items = ThingStage.apply(items(text, span), before);
            List<Event> events = new ArrayList<>(Linker.link(items, before));
            events.removeIf(event -> Suppressor.suppresses(items, event, span.asks()));
            sentences.add(Sentence.of(span, items, events));
            // a sentence without figures may stand between a figure and the one that goes on with it
            before = !events.isEmpty() ? Optional.of(whole(events)) : gap ? Optional.empty() : before;
            gap = events.isEmpty();
        }
        return sentences;
    }

    /** "3,154 civilians, including 1,428 children": the next sentence goes on with the civilians. */
    private static Event whole(List<Event> events) {
        Event last = events.get(events.size() - 1);
        for (int i = events.size() - 2; i >= 0 && last.subset(); i--) {
            boolean of =
                    events.get(i).measure() == last.measure() && events.get(i).counted();
            last = of ? events.get(i) : last;
        }
        return last;
    }

    List<Item> items(NormalText text, Splitter.Span span) {
        List<Item> items = NumberStage.apply(lexer.lex(text, span.start(), span.end()));
        items = ListStage.apply(QuantityStage.apply(dates.apply(items)));
        return PostpositionStage.apply(SubsetStage.apply(GroupStage.apply(pack, TriggerStage.apply(items))));
    }
}
