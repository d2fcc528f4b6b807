package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Who was heard so far: whom "it", "he" and an office without its country ("the ministry", "officials") stand for. */
final class SpeakerMemory {

    /** Sentences back in which the owner of an office may be named. */
    private static final int BACK = 3;

    private final Reading reading;
    private final Speakers speakers;
    private int sentence = -1;
    private Optional<Speaker> person = Optional.empty();
    private Optional<Speaker> body = Optional.empty();
    private int heard = -1;
    private Optional<Speaker> here = Optional.empty();
    private Optional<Speaker> voice = Optional.empty();
    private Optional<Speaker> quoted = Optional.empty();
    private final Optional<String> home;

    SpeakerMemory(Reading reading, Speakers speakers) {
        this.reading = reading;
        this.speakers = speakers;
        this.home = Dateline.party(reading);
    }

    void enter(Sentence entered) {
        sentence++;
        here = Optional.empty();
    }

    /** The one who speaks in this sentence, as far as it was read. */
    void hears(Speaker speaker) {
        here = Optional.of(speaker);
    }

    /** "The X ministry said it had recorded": who speaks already; else who is named ahead of the pronoun; else who spoke last. */
    Optional<Speaker> pronoun(List<Item> items, int from, boolean he) {
        Optional<Speaker> same = here.filter(s -> !he || alone(s));
        return same.or(() -> he
                ? voice.or(() -> person).or(() -> body)
                : leading(items, from).or(() -> body).or(() -> person));
    }

    /** The subject of a verb that leaves it out: who speaks already, the subject of the clause it goes on, who spoke last. */
    Optional<Speaker> unsaid(List<Item> items, int verb) {
        boolean goesOn = verb > 0 && items.get(verb - 1).is(Tag.BREAK);
        Optional<Speaker> clause = goesOn ? leading(items, verb) : Optional.empty();
        return clause.or(() -> here).or(() -> voice).or(() -> body).or(() -> person);
    }

    /** Whose words the sentence before told, in the same paragraph. */
    Optional<Speaker> quoted() {
        boolean same = sentence > 0
                && reading.sentences().get(sentence - 1).span().paragraph()
                        == reading.sentences().get(sentence).span().paragraph();
        return same ? quoted : Optional.empty();
    }

    /** An office without its country is that of the country, or of the town's holder, named last before it. */
    Optional<Speaker> office(List<Item> items, int from, int verb) {
        Optional<String> other = told(items, verb);
        return owner(items, from, other);
    }

    private Optional<Speaker> owner(List<Item> items, int from, Optional<String> other) {
        Optional<Speaker> near = last(items, from).filter(s -> not(s, other));
        Optional<Speaker> heard = body.filter(this::ofParty).filter(s -> not(s, other));
        Optional<Speaker> own = home.map(speakers::party).filter(s -> not(s, other));
        near = near.isEmpty() && goesOn() ? heard : near; // who spoke in this paragraph goes on
        near = near.isEmpty() && opens() ? own : near; // a new paragraph speaks of the ministry at home
        for (int i = sentence - 1; near.isEmpty() && i >= 0 && i >= sentence - BACK; i--) {
            near = i == sentence - 1 && this.heard >= i ? heard : Optional.empty();
            List<Item> before = reading.sentences().get(i).items();
            near = near.isPresent() ? near : last(before, before.size()).filter(s -> not(s, other));
        }
        return near.or(() -> heard).or(() -> own);
    }

    /** Whether the sentence opens its paragraph. */
    private boolean opens() {
        return sentence == 0
                || reading.sentences().get(sentence).span().paragraph()
                        != reading.sentences().get(sentence - 1).span().paragraph();
    }

    /** "... near the town, the ministry added": the one of which the paragraph has just spoken, unless a party is named. */
    Optional<Speaker> same(List<Item> items, int from, int verb) {
        boolean named =
                items.subList(0, from).stream().anyMatch(i -> Reading.party(i).isPresent());
        return goesOn() && !named
                ? body.filter(b -> b.party().isPresent()).filter(b -> not(b, told(items, verb)))
                : Optional.empty();
    }

    /** "The ministry said Ukraine had lost two tanks": of whose country it speaks by name is not its own. */
    private static Optional<String> told(List<Item> items, int verb) {
        int at = verb + 1;
        while (at < items.size() && at < verb + 3 && items.get(at).isAny(Tag.RELATIVE, Tag.ARTICLE, Tag.DATE)) {
            at++;
        }
        boolean said = verb < items.size() && items.get(verb).is(Tag.SPEECH) && at < items.size();
        return said
                ? Reading.name(items.get(at), Name.Kind.PARTY)
                        .filter(n -> n.form() == Name.Form.NOUN)
                        .map(Name::id)
                : Optional.empty();
    }

    private static boolean not(Speaker speaker, Optional<String> party) {
        return party.isEmpty() || !speaker.party().equals(party);
    }

    /** Whether the one heard last spoke in this paragraph, and not long ago. */
    private boolean goesOn() {
        return heard >= 0
                && heard >= sentence - 2
                && reading.sentences().get(heard).span().paragraph()
                        == reading.sentences().get(sentence).span().paragraph();
    }

    /** "More than a million Lebanese have fled, the government says": whose people are counted. */
    private static Optional<String> counted(Item item) {
        return item.sense(Group.class)
                .filter(g -> !g.implied())
                .flatMap(g -> g.inner().stream()
                        .filter(Reading::people)
                        .flatMap(i -> Reading.party(i).stream())
                        .findFirst());
    }

    /** Where both sides of the fight are named only a town tells whose office it is. */
    private Optional<Speaker> last(List<Item> items, int to) {
        int opens = Math.min(Dateline.end(items), Math.min(to, items.size()));
        List<String> named = items.subList(opens, Math.min(to, items.size())).stream()
                .flatMap(i -> Reading.party(i).stream())
                .distinct()
                .toList();
        boolean either = named.stream()
                .anyMatch(p -> named.stream()
                        .anyMatch(o -> reading.conflict().opponentsOf(p).contains(o)));
        if (home.isPresent() && reading.conflict().opponentsOf(home.get()).containsAll(named) && deed(items, to)) {
            return home.map(speakers::party);
        }
        for (int i = Math.min(to, items.size()) - 1; i >= opens; i--) {
            boolean side = i + 1 < items.size() && items.get(i + 1).is(Tag.SIDE_OF); // "с армянской стороны"
            if (i > 0 && !side && items.get(i - 1).isAny(Tag.BY, Tag.AGAINST)) {
                continue;
            }
            Item item = items.get(i);
            Optional<String> party =
                    either ? town(items, i) : counted(item).or(() -> reading.partyOrHolder(item, reading.today()));
            if (party.isPresent()) {
                return party.map(speakers::party);
            }
        }
        return either ? home.map(speakers::party) : Optional.empty();
    }

    /** "Russia launched 35 missiles, the air force said": whoever is only told of before the office is not its owner. */
    private static boolean deed(List<Item> items, int to) {
        boolean named = false;
        for (int i = Dateline.end(items); i < Math.min(to, items.size()); i++) {
            Item item = items.get(i);
            boolean beside = i > 0 && items.get(i - 1).is(Tag.LOCATIVE)
                    || i + 1 < items.size() && items.get(i + 1).isAny(Tag.SIDE_OF, Tag.ROLE);
            named |= Reading.party(item).isPresent() && !beside;
            if (named && item.is(Tag.TRIGGER)) {
                return true;
            }
        }
        return false;
    }

    /** A mayor, a governor: of whoever holds the place named last, here or in the sentence before. */
    Optional<Speaker> local(List<Item> items, int from) {
        Optional<Speaker> here = holder(items.subList(0, Math.min(from, items.size())));
        return here.or(() -> sentence == 0
                ? Optional.empty()
                : holder(reading.sentences().get(sentence - 1).items()));
    }

    private Optional<Speaker> holder(List<Item> items) {
        return items.stream()
                .flatMap(i -> reading.holder(i, reading.today()).stream())
                .reduce((a, b) -> b)
                .map(speakers::party);
    }

    /** The holder of a town that something happened in; one that only heads the text is where it was written. */
    private Optional<String> town(List<Item> items, int i) {
        Item item = items.get(i);
        if (i == 0 || !items.get(i - 1).isAny(Tag.LOCATIVE, Tag.OF, Tag.COMMA, Tag.COORD, Tag.TRIGGER)) {
            return Optional.empty();
        }
        return Reading.name(item, Name.Kind.PLACE)
                .flatMap(n -> reading.conflict().place(n.id()))
                .filter(p -> !p.theatre())
                .flatMap(p -> reading.holder(item, reading.today()));
    }

    /** "Azerbaijan has not released a toll, but said": the verb's subject stands in the clause before. */
    Optional<Speaker> subjectBefore(List<Item> items, int verb) {
        return leading(items, verb);
    }

    /** The subject of a clause before: "Baku does not publish its losses but says". */
    private Optional<Speaker> leading(List<Item> items, int to) {
        for (int i = 0; i < to; i++) {
            Optional<String> party = Reading.party(items.get(i));
            if (party.isPresent()) {
                return i > 0 && items.get(i - 1).isAny(Tag.LOCATIVE, Tag.AGAINST, Tag.BY)
                        ? Optional.empty()
                        : party.map(speakers::party);
            }
        }
        return Optional.empty();
    }

    private boolean ofParty(Speaker speaker) {
        return reading.sideOf(speaker).isPresent();
    }

    private static boolean alone(Speaker speaker) {
        return speaker.kind() == Speaker.Kind.PERSON || speaker.kind() == Speaker.Kind.PRIVATE;
    }

    void leave(List<Item> items, List<Attribution> found) {
        for (Item item : items) {
            Optional<Name> named = Reading.name(item, Name.Kind.PERSON);
            person = named.map(n -> speakers.person(n.id())).or(() -> person);
        }
        if (found.isEmpty()) {
            Optional<Speaker> led = leading(items, Math.min(4, items.size()));
            heard = led.isPresent() ? sentence : heard;
            body = led.or(() -> body);
        }
        voice = found.stream()
                .filter(a -> !items.get(a.verb()).is(Tag.ACCORDING))
                .map(Attribution::speaker)
                .filter(s -> s.kind() != Speaker.Kind.OUTLET)
                .reduce((a, b) -> b);
        quoted = found.stream()
                .map(Attribution::speaker)
                .filter(s -> s.kind() != Speaker.Kind.OUTLET)
                .reduce((a, b) -> b);
        for (Attribution attribution : found) {
            Speaker speaker = attribution.speaker();
            person = alone(speaker) ? Optional.of(speaker) : person;
            heard = sentence;
            body = alone(speaker) || speaker.kind() == Speaker.Kind.OUTLET ? body : Optional.of(speaker);
        }
    }
}
