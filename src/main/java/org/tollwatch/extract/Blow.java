package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Measure;

/**
 * Tells an undated toll ("the ministry says 28 civilians have died") from the outcome of one blow ("a missile fell on the
 * town, two died"): a toll names neither a blow nor a town.
 */
final class Blow {

    /** Items to either side of an event within which a blow or a town is its own. */
    private static final int WINDOW = 24;

    private final Reading reading;
    private final int sentence;
    private final Event event;

    Blow(Reading reading, int sentence, Event event) {
        this.reading = reading;
        this.sentence = sentence;
        this.event = event;
    }

    /** A number of at least two that the words tie to no single blow: what its claimant counts so far. */
    boolean absent() {
        boolean toll = event.counted()
                && (event.group().quantity().vague().isEmpty()
                        ? event.group().quantity().count().best() >= 2
                        : event.group().quantity().count().low() >= 100);
        boolean stock = event.measure() == Measure.DISPLACED; // who fled a town was not driven out by one blow
        return toll && event.measure() != Measure.STRIKES && (stock || !here() && !before());
    }

    private boolean here() {
        List<Item> items = reading.sentences().get(sentence).items();
        for (int i = Math.max(0, event.first() - WINDOW); i < Math.min(items.size(), event.last() + WINDOW); i++) {
            boolean part = i >= event.first() && i <= event.last();
            if (!part && blow(items.get(i)) || town(items, i) || village(items, i)) {
                return true;
            }
        }
        return false;
    }

    /** A sentence that names no speaker, or not of which country, goes on with the blow that the one before it told of. */
    private boolean before() {
        List<Item> items = reading.sentences().get(sentence).items();
        boolean named = false;
        for (int i = 0; i + 1 < items.size(); i++) {
            named |= items.get(i).is(Tag.ROLE) && items.get(i + 1).unknown();
        }
        boolean whose = named
                || items.stream()
                        .anyMatch(i -> Reading.party(i).isPresent()
                                || Reading.name(i, Name.Kind.PERSON).isPresent());
        boolean speaks = whose && items.stream().anyMatch(i -> i.isAny(Tag.SPEECH, Tag.ACCORDING));
        if (sentence == 0 || speaks) {
            return false;
        }
        Sentence last = reading.sentences().get(sentence - 1);
        boolean sameParagraph = last.span().paragraph()
                == reading.sentences().get(sentence).span().paragraph();
        List<Item> told = last.items();
        for (int i = 0; sameParagraph && i < told.size(); i++) {
            if (blow(told.get(i)) || town(told, i)) {
                return true;
            }
        }
        return false;
    }

    /** The sentence before, in the paragraph, tells of a blow that fell on a stated day: a toll after it is that blow's. */
    boolean justTold() {
        if (sentence == 0) {
            return false;
        }
        Sentence last = reading.sentences().get(sentence - 1);
        List<Item> items = reading.sentences().get(sentence).items();
        boolean goesOn = last.span().paragraph()
                        == reading.sentences().get(sentence).span().paragraph()
                && items.stream().noneMatch(i -> i.isAny(Tag.SINCE, Tag.TOTAL, Tag.EPISODE));
        boolean dated = last.items().stream()
                .anyMatch(i -> i.sense(Moment.class).filter(Moment::oneDay).isPresent());
        return goesOn && dated && last.items().stream().anyMatch(Blow::blow);
    }

    /** Whether the word there names a strike, or says that one fell on something. */
    static boolean blow(Item item) {
        return item.has(Tag.TRIGGER, "object");
    }

    /** "Near the village of X", which the conflict file does not know. */
    private static boolean village(List<Item> items, int i) {
        boolean where = Items.is(items, i - 1, Tag.LOCATIVE)
                || Items.is(items, i - 2, Tag.LOCATIVE) && Items.is(items, i - 1, Tag.ARTICLE);
        return where
                && items.get(i).is(Tag.FRACTION)
                && i + 1 < items.size()
                && items.get(i + 1).unknown();
    }

    private boolean town(List<Item> items, int i) {
        Optional<Place> place = Reading.name(items.get(i), Name.Kind.PLACE)
                .flatMap(n -> reading.conflict().place(n.id()));
        boolean where = Items.is(items, i - 1, Tag.LOCATIVE)
                && !Items.is(items, i - 2, Tag.ROLE)
                && !Items.is(items, i - 2, Tag.PRONOUN);
        boolean speaks = Reading.party(items.get(i)).isPresent() && !where
                || Items.is(items, i + 1, Tag.SPEECH)
                || Items.is(items, i + 1, Tag.ROLE)
                || Items.is(items, i - 1, Tag.ROLE);
        return place.filter(p -> !p.theatre()).isPresent() && !speaks;
    }
}
