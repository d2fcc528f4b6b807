package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers who vouches for an event: the nearest attribution of its sentence, else of the quotation it stands in, else of the
 * sentence before when the figures run on, else the outlet itself.
 */
final class ClaimantResolver {

    /** What may stand before the first figure of a sentence that goes on with the one before. */
    private static final Tag[] LEADS = {
        Tag.AUX,
        Tag.COMMA,
        Tag.SPACE,
        Tag.TOTAL,
        Tag.DATE,
        Tag.LOCATIVE,
        Tag.POSSESSIVE,
        Tag.ENEMY,
        Tag.SINCE,
        Tag.PAST,
        Tag.ARTICLE,
        Tag.MORE,
        Tag.COORD,
        Tag.EPISODE,
        Tag.QUALIFIER,
        Tag.MASKED,
        Tag.ROLE
    };

    /** Lines of a list that its head may stand above. */
    private static final int LIST = 12;

    private final Reading reading;
    private final List<List<Attribution>> attributions = new ArrayList<>();
    private final Speaker outlet;
    private final int[] opened;

    /** Who is still speaking in a sentence that names nobody. */
    private final Speaker[] ran;

    ClaimantResolver(Reading reading) {
        this.reading = reading;
        String source = reading.article().source();
        this.outlet = bulletin(reading)
                .or(() -> Credit.of(reading.sentences()).flatMap(i -> new Speakers(reading).outlet(List.of(i))))
                .orElseGet(() -> new Speaker(source, source, Optional.empty(), Speaker.Kind.OUTLET));
        SpeakerFinder finder = new SpeakerFinder(reading);
        this.opened = opened(reading.sentences());
        this.ran = new Speaker[reading.sentences().size()];
        reading.sentences().forEach(sentence -> attributions.add(finder.find(sentence)));
    }

    Resolved<Speaker> resolve(int sentence, Event event) {
        Optional<Attribution> own = nearest(
                attributions.get(sentence), reading.sentences().get(sentence).items(), event);
        if (own.isPresent()) {
            return Resolved.of(own.get().speaker(), 0.9, "attribution");
        }
        Optional<Speaker> running = quotation(sentence)
                .or(() -> toldAfter(sentence))
                .or(() -> partisan(sentence))
                .or(() -> runningOn(sentence, event))
                .or(() -> inRow(sentence, event));
        running.ifPresent(s -> ran[sentence] = s);
        return running.map(s -> Resolved.of(s, 0.75, "context")).orElse(Resolved.of(outlet, 0.85, "outlet"));
    }

    /** "GENERAL STAFF OF THE ARMED FORCES": a text headed by nothing but a body's name is its own. */
    private static Optional<Speaker> bulletin(Reading reading) {
        if (reading.sentences().isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = reading.sentences().get(0).items();
        boolean body = items.stream().anyMatch(i -> i.is(Tag.ROLE))
                && items.size() <= 8
                && items.stream()
                        .allMatch(i -> i.isAny(Tag.ROLE, Tag.NAME, Tag.OF, Tag.ARTICLE)
                                || i.senses().stream().anyMatch(Name.class::isInstance));
        return body ? new Speakers(reading).body(items) : Optional.empty();
    }

    /** What stands in one sentence with somebody's words is theirs; of several, the nearest that governs the event. */
    private static Optional<Attribution> nearest(List<Attribution> found, List<Item> items, Event event) {
        Attribution best = null;
        double least = Reach.FAR;
        for (Attribution a : found) {
            boolean before = a.verb() < event.first();
            double cost = before
                    ? Math.min(20, Reach.between(items, a.verb(), event.first())) * 0.5 + (a.after() ? 4 : 0)
                    : Math.min(20, Reach.between(items, event.last(), a.verb())) * 0.5 + (a.after() ? 0 : 6);
            boolean outletOnly = a.speaker().kind() == Speaker.Kind.OUTLET;
            cost += outletOnly && found.size() > 1 ? 30 : 0;
            boolean closing = found.stream().allMatch(f -> f.speaker().equals(a.speaker())) && closes(items, a.verb());
            boolean own =
                    items.get(a.verb()).is(Tag.ACCORDING) && !closing && breaks(items, event.last(), a.verb() - 1);
            boolean governs = before || a.after() && !own || !breaks(items, event.last(), a.verb());
            if (governs && cost < least) {
                best = a;
                least = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "..., according to the ministry." at the end of a sentence speaks for all of it. */
    private static boolean closes(List<Item> items, int verb) {
        int end = verb + 1;
        while (end < items.size() && !items.get(end).is(Tag.RELATIVE)) {
            end++; // "..., according to the prosecutor, who opened a case"
        }
        return items.subList(verb + 1, end).stream()
                .noneMatch(i -> i.isAny(Tag.TRIGGER, Tag.SPEECH, Tag.BREAK)
                        || i.sense(Group.class).isPresent());
    }

    /** An attribution in a later clause of the sentence speaks for its own clause. */
    private static boolean breaks(List<Item> items, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (items.get(i).isAny(Tag.BREAK, Tag.STOP, Tag.COMMA, Tag.COORD, Tag.SPACE)) {
                return true;
            }
        }
        return false;
    }

    /** "12 were wounded. About this the ministry informed.": the sentence behind names the one who said it. */
    private Optional<Speaker> toldAfter(int sentence) {
        for (int i = sentence + 1; i < Math.min(reading.sentences().size(), sentence + 3); i++) {
            List<Item> items = reading.sentences().get(i).items();
            boolean told = items.subList(0, Math.min(3, items.size())).stream().anyMatch(x -> x.is(Tag.TOLD));
            if (!attributions.get(i).isEmpty()) {
                return told ? Optional.of(attributions.get(i).get(0).speaker()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Our units", "the enemy": the side that spoke last in the paragraph goes on. */
    private Optional<Speaker> partisan(int sentence) {
        List<Sentence> sentences = reading.sentences();
        boolean side = sentences.get(sentence).items().stream()
                .anyMatch(i -> i.is(Tag.GROUP)
                        ? i.sense(Group.class).orElseThrow().inner().stream().anyMatch(x -> x.is(Tag.ENEMY))
                        : i.is(Tag.ENEMY));
        for (int i = sentence - 1; side && i >= 0 && i >= sentence - 3; i--) {
            boolean same = sentences.get(i).span().paragraph()
                    == sentences.get(sentence).span().paragraph();
            Optional<Speaker> last = attributions.get(i).stream()
                    .map(Attribution::speaker)
                    .filter(s -> reading.sideOf(s).isPresent())
                    .reduce((a, b) -> b);
            if (!same || last.isPresent()) {
                return same ? last : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A quotation that runs over several sentences is its speaker's, wherever he is named. */
    private Optional<Speaker> quotation(int sentence) {
        int paragraph = reading.sentences().get(sentence).span().paragraph();
        if (opened[sentence] >= 0) {
            return last(opened[sentence], sentence - 1).or(() -> ahead(sentence, paragraph));
        }
        Sentence here = reading.sentences().get(sentence);
        boolean opens = here.quotes() % 2 == 1 && here.items().get(0).is(Tag.QUOTE);
        return opens ? ahead(sentence, paragraph) : Optional.empty();
    }

    /** For each sentence, the one in which the quotation was opened that it stands in; -1 outside of one. */
    private static int[] opened(List<Sentence> sentences) {
        int[] opened = new int[sentences.size()];
        int open = -1;
        for (int i = 0; i < opened.length; i++) {
            boolean starts = i == 0
                    || sentences.get(i).span().paragraph()
                            != sentences.get(i - 1).span().paragraph();
            open = starts ? -1 : open;
            opened[i] = open;
            if (sentences.get(i).quotes() % 2 == 1) {
                open = open < 0 ? i : -1;
            }
        }
        return opened;
    }

    private Optional<Speaker> ahead(int sentence, int paragraph) {
        for (int i = sentence + 1; i < Math.min(reading.sentences().size(), sentence + 5); i++) {
            if (reading.sentences().get(i).span().paragraph() != paragraph) {
                break;
            }
            if (!attributions.get(i).isEmpty()) {
                return Optional.of(attributions.get(i).get(0).speaker());
            }
        }
        return Optional.empty();
    }

    private Optional<Speaker> last(int from, int to) {
        for (int i = to; i >= from; i--) {
            List<Attribution> found = attributions.get(i);
            if (!found.isEmpty()) {
                return Optional.of(found.get(found.size() - 1).speaker());
            }
        }
        return Optional.empty();
    }

    /** The figure opens its sentence, but for words that only lead over to it: "In the past day the enemy lost ...". */
    private boolean leads(int sentence, Event event) {
        List<Item> items = reading.sentences().get(sentence).items();
        int words = 0;
        for (int i = 0; i < event.first(); i++) {
            Item item = items.get(i);
            words += item.unknown() ? 1 : 0;
            if (i > 7 || words > 3 || !item.unknown() && !item.isAny(LEADS)) {
                return false;
            }
        }
        return true;
    }

    /** The sentence tells figures, or only announces some: "The committee published new data." */
    private static boolean counts(Sentence sentence, Attribution last) {
        boolean announces = sentence.events().isEmpty()
                && last.verb() >= sentence.items().size() - 8
                && last.speaker().kind() == Speaker.Kind.BODY;
        return announces || sentence.events().stream().anyMatch(Event::counted);
    }

    /** A sentence opens with a figure: its others go on with that one. */
    private boolean opens(int sentence) {
        List<Event> events = reading.sentences().get(sentence).events();
        return !events.isEmpty() && events.get(0).first() <= 1;
    }

    /** "The ministry said 16 soldiers were killed. More than 100 were wounded.": a figure first, right after attributed ones. */
    private Optional<Speaker> runningOn(int sentence, Event event) {
        if (sentence == 0 || !event.counted() || !opens(sentence) && !leads(sentence, event)) {
            return Optional.empty();
        }
        Sentence before = reading.sentences().get(sentence - 1);
        boolean sameParagraph = before.span().paragraph()
                == reading.sentences().get(sentence).span().paragraph();
        if (!sameParagraph) {
            return listed(sentence);
        }
        List<Attribution> found = attributions.get(sentence - 1);
        if (found.isEmpty()) {
            return Optional.ofNullable(ran[sentence - 1]);
        }
        if (!counts(before, found.get(found.size() - 1))) {
            return Optional.empty();
        }
        Speaker speaker = found.get(found.size() - 1).speaker();
        boolean theirs = event.group().inner().stream()
                .flatMap(i -> Reading.party(i).stream())
                .anyMatch(p -> speaker.party()
                        .filter(s -> reading.conflict().opponentsOf(s).contains(p))
                        .isPresent());
        return theirs ? Optional.empty() : Optional.of(speaker); // the other side's loss is no more his word
    }

    /** "Its total is 37,626 killed and 86,098 injured": a number joined to one that goes on with somebody's. */
    private Optional<Speaker> inRow(int sentence, Event event) {
        List<Item> items = reading.sentences().get(sentence).items();
        boolean joined = Totals.elliptic(items, event.groupAt(), event.group()) || Totals.listed(items, event);
        return joined ? Optional.ofNullable(ran[sentence]) : Optional.empty();
    }

    /** "The ministry gave these figures:" and a line for each of them. */
    private Optional<Speaker> listed(int sentence) {
        List<Sentence> sentences = reading.sentences();
        int head = sentence;
        while (head > 0
                && head > sentence - LIST
                && sentences.get(head).items().get(0).is(Tag.DASH)) {
            head--;
        }
        List<Item> items = sentences.get(head).items();
        boolean colon = head < sentence
                && items.get(items.size() - 1).is(Tag.STOP)
                && reading.text().text().charAt(items.get(items.size() - 1).start()) == ':';
        return colon ? last(head, head) : Optional.empty();
    }
}
