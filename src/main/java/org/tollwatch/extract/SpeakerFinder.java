package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who speaks in a sentence: the subject of a verb of speech, or whom "according to" names. */
final class SpeakerFinder {

    /** Items on which the subject of a verb may stretch. */
    private static final int SUBJECT = 24;

    /** The same where the verb stands at the end of all that it tells. */
    private static final int LONG = 60;

    private final Reading reading;
    private final Speakers speakers;
    private final SpeakerMemory memory;

    SpeakerFinder(Reading reading) {
        this.reading = reading;
        this.speakers = new Speakers(reading);
        this.memory = new SpeakerMemory(reading, speakers);
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
                subject(items, his ? i : i + 1, his ? i + 1 : rightEnd(items, i + 1))
                        .ifPresent(s -> found.add(new Attribution(s, verb, verb > 0)));
            } else if (item.isAny(Tag.SPEECH, Tag.APPEAL) && !item.is(Tag.TRIGGER) && !noun(items, i)) {
                int verb = i;
                Optional<Attribution> own = opened(items, verb, found).or(() -> speech(items, verb));
                boolean goesOn =
                        found.isEmpty() && verb > 0 && items.get(verb - 1).isAny(Tag.BREAK, Tag.COORD);
                Optional<Attribution> before = goesOn
                        ? memory.subjectBefore(items, verb).map(s -> new Attribution(s, verb, false))
                        : Optional.empty();
                Optional<Attribution> same = own.isPresent() || found.isEmpty()
                        ? own.or(() -> before)
                        : Optional.of(
                                new Attribution(found.get(found.size() - 1).speaker(), verb, false));
                same.filter(a -> item.is(Tag.SPEECH)).ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                memory.hears(found.get(found.size() - 1).speaker());
            }
        }
        if (found.isEmpty()) {
            heading(items).or(() -> signature(items)).or(() -> passive(items)).ifPresent(found::add);
        }
        memory.leave(items, found);
        return found;
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

    /** "Armenian MoD, evening tally: ...": a body named before a colon says what stands after it. */
    private Optional<Attribution> heading(List<Item> items) {
        int colon = 0;
        while (colon < items.size() && colon < 10 && !items.get(colon).is(Tag.STOP)) {
            colon++;
        }
        boolean named = colon(items, colon) && names(items.subList(0, colon));
        int verb = colon;
        return named ? subject(items, 0, colon).map(s -> new Attribution(s, verb, false)) : Optional.empty();
    }

    /** "49 soldiers were killed: Pashinyan": who stands alone behind the colon that ends a headline. */
    private Optional<Attribution> signature(List<Item> items) {
        int colon = items.size() - 1;
        while (colon > 0 && items.size() - colon < 8 && !items.get(colon).is(Tag.STOP)) {
            colon--;
        }
        boolean alone = colon > 0
                && colon(items, colon)
                && items.subList(colon + 1, items.size()).stream()
                        .allMatch(i -> i.isAny(Tag.NAME, Tag.ROLE, Tag.GENITIVE))
                && names(items.subList(colon + 1, items.size()));
        int verb = colon;
        return alone
                ? subject(items, colon + 1, items.size()).map(s -> new Attribution(s, verb, true))
                : Optional.empty();
    }

    private boolean colon(List<Item> items, int at) {
        char colon = reading.pack().fullStop() == ':' ? '.' : ':';
        return at < items.size()
                && items.get(at).is(Tag.STOP)
                && reading.text().text().charAt(items.get(at).start()) == colon;
    }

    /** Items that may name a speaker: an office, or a person. */
    private static boolean names(List<Item> items) {
        return items.stream()
                .anyMatch(i -> i.is(Tag.ROLE)
                        || organ(i)
                        || Reading.name(i, Name.Kind.PERSON).isPresent());
    }

    /**
     * A verb that closes what it tells: its subject opens the sentence, before the first comma or event, or stands right before
     * the verb.
     */
    private Optional<Attribution> closing(List<Item> items, int verb) {
        int start = verb;
        while (start > 0 && verb - start < LONG && !items.get(start - 1).isAny(Tag.STOP, Tag.SPEECH)) {
            start--;
        }
        boolean passive = items.get(verb).is(Tag.SPEECH, "form", "passive");
        int end = firstEvent(items, start, verb);
        if (passive && items.subList(start, end).stream().noneMatch(i -> i.is(Tag.PRONOUN))) {
            return from(items, start, verb); // "bildirildi": nobody is said to have said it
        }
        boolean office = start + 1 < end
                && items.get(start).is(Tag.PRONOUN, "who", "office")
                && items.get(start + 1).isAny(Tag.AUX, Tag.COORD, Tag.COMMA, Tag.DATE);
        int first = start;
        Optional<Speaker> bare = office ? subject(items, start, start + 1) : Optional.empty();
        if (bare.isPresent()) {
            return bare.map(s -> new Attribution(s, first, false)); // "Bakanlık ayrıca Ukrayna ordusunun ..."
        }
        for (int from = start; from < end; ) {
            int to = from;
            while (to < end && !items.get(to).isAny(Tag.COMMA, Tag.QUOTE)) {
                to++;
            }
            int own = owned(items, from, to);
            Optional<Speaker> subject = oblique(items, from, own) ? Optional.empty() : head(items, from, own);
            if (subject.isPresent()) {
                int opens = from;
                return subject.map(s -> new Attribution(s, opens, false)); // all between him and the verb is his
            }
            from = to + 1;
        }
        return subject(items, behind(items, start, verb), verb).map(s -> new Attribution(s, verb, true));
    }

    /** "Müdafiə Nazirliyindən bildirilib": an office right before a passive is where it comes from. */
    private Optional<Attribution> from(List<Item> items, int start, int verb) {
        boolean office = verb > start && (items.get(verb - 1).is(Tag.ROLE) || organ(items.get(verb - 1)));
        int from = behind(items, start, verb);
        return office ? head(items, from, verb).map(s -> new Attribution(s, verb, true)) : Optional.empty();
    }

    /** "X, yaptığı açıklamada, ... bildirdi": who opened the sentence with his statement closes it with the verb. */
    private static Optional<Attribution> opened(List<Item> items, int verb, List<Attribution> found) {
        if (found.isEmpty() || !items.get(verb).has(Tag.SPEECH, "final")) {
            return Optional.empty();
        }
        int opens = verb - 1;
        while (opens > 0 && verb - opens < LONG && !items.get(opens).isAny(Tag.STOP, Tag.SPEECH)) {
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

    private static boolean organ(Item item) {
        if (!item.isAny(Tag.NAME, Tag.GROUP)) {
            return false;
        }
        boolean itself = item.senses().stream().anyMatch(s -> s instanceof Name name && name.form() == Name.Form.ORGAN);
        return itself
                || item.sense(Group.class)
                        .filter(g -> g.implied() && g.inner().stream().anyMatch(SpeakerFinder::organ))
                        .isPresent(); // "Israeli military sources"
    }

    /** The head stands last: "the Armenians' so-called defence army" is the army. */
    private Optional<Speaker> head(List<Item> items, int from, int to) {
        List<Item> organs =
                items.subList(from, to).stream().filter(SpeakerFinder::organ).toList();
        Optional<Speaker> organ = organs.size() == 1 ? speakers.body(organs) : Optional.empty();
        return organ.or(() -> subject(items, from, to));
    }

    /** "In Ukraine", "of Russia": nobody who speaks, unless an office follows. */
    private static boolean oblique(List<Item> items, int from, int to) {
        List<Item> region = items.subList(from, to);
        boolean office = region.stream()
                .anyMatch(i -> i.isAny(Tag.ROLE, Tag.PRONOUN)
                        || organ(i)
                        || Reading.name(i, Name.Kind.PERSON).isPresent());
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

    /** Behind the last event, quotation or comma before the verb. */
    private static int behind(List<Item> items, int from, int verb) {
        int start = verb;
        while (start > from
                && !hasEvent(items, start - 1, start)
                && !items.get(start - 1).isAny(Tag.QUOTE, Tag.COMMA)) {
            start--;
        }
        return start;
    }

    private Optional<Attribution> speech(List<Item> items, int verb) {
        if (items.get(verb).has(Tag.SPEECH, "final")) {
            return closing(items, verb);
        }
        int clause = clauseStart(items, verb);
        Optional<Attribution> behind = subjectBehind(items, clause, verb);
        if (behind.isPresent()) {
            return behind;
        }
        int comma = clause;
        boolean events = hasEvent(items, clause, verb);
        for (int i = clause; i < verb; i++) {
            boolean ends = items.get(i).isAny(Tag.COMMA, Tag.QUOTE)
                    || events && items.get(i).is(Tag.SPACE);
            comma = ends ? i + 1 : comma;
        }
        Optional<Speaker> near = subject(items, comma, verb);
        boolean forward = items.get(verb).has(Tag.SPEECH, "forward");
        int end = forward ? firstEvent(items, clause, verb) : events ? clause : verb;
        boolean closes = events && verb > 0 && items.get(verb - 1).is(Tag.COMMA);
        Optional<Speaker> named = closes ? subject(items, behindEvents(items, clause, verb), verb) : Optional.empty();
        int opens = closes ? opening(items, verb) : clause;
        int apart = closes ? aside(items, opens, verb) : opens;
        Optional<Speaker> whole =
                near.or(() -> subject(items, opens, apart)).or(() -> named).or(() -> subject(items, clause, end));
        if (apart > opens && near.isEmpty() && whole.isPresent() && named.isEmpty()) {
            return Optional.of(new Attribution(whole.get(), verb, false));
        }
        if (whole.isPresent()) {
            boolean after = !forward && (events || comma > clause && near.isPresent());
            return Optional.of(new Attribution(whole.get(), verb, after));
        }
        Optional<Speaker> inverted =
                inverted(items, verb) ? subject(items, verb + 1, rightEnd(items, verb + 1)) : Optional.empty();
        return inverted.map(s -> new Attribution(s, verb, true))
                .or(() -> unsaid(items, verb)
                        ? memory.unsaid(items, verb).map(s -> new Attribution(s, verb, false))
                        : Optional.empty());
    }

    private static int opening(List<Item> items, int verb) {
        int start = verb;
        int first = Math.min(Dateline.end(items), verb);
        while (start > first && verb - start < LONG && !items.get(start - 1).isAny(Tag.STOP, Tag.SPEECH)) {
            start--;
        }
        return start;
    }

    /** "The army, which has lost 29 men, says": where the clause about the subject begins; the clause's start if there is none. */
    private static int aside(List<Item> items, int clause, int verb) {
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

    /** ", añadió,": a verb of speech between two commas, whose subject was named before. */
    private static boolean unsaid(List<Item> items, int verb) {
        return verb > 0
                && verb + 1 < items.size()
                && items.get(verb - 1).is(Tag.COMMA)
                && items.get(verb + 1).is(Tag.COMMA);
    }

    /** Behind a quotation, behind "about this" and at the head of a sentence the speaker may follow the verb. */
    private static boolean inverted(List<Item> items, int verb) {
        int first = verb;
        while (first > 0 && items.get(first - 1).is(Tag.AUX)) {
            first--; // ", a déclaré le ministère"
        }
        int mark = first > 1 && items.get(first - 1).is(Tag.DASH) ? first - 2 : first - 1;
        return first == 0
                || items.get(mark).isAny(Tag.QUOTE, Tag.COMMA, Tag.ACCORDING)
                || items.subList(0, verb).stream().anyMatch(i -> i.is(Tag.TOLD));
    }

    /**
     * "Qala X": where a verb has its subject after it, or leaves it out and goes on with whoever spoke. What it tells stands
     * before it only when nothing follows.
     */
    private Optional<Attribution> subjectBehind(List<Item> items, int clause, int verb) {
        if (!subjectAfter(items.get(verb))) {
            return Optional.empty();
        }
        int end = rightEnd(items, verb + 1);
        boolean told = hasEvent(items, clause, verb);
        boolean after = told && !hasEvent(items, end, items.size());
        return subject(items, verb + 1, end)
                .or(() -> told ? Optional.empty() : subject(items, clause, verb))
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

    /** "200 were killed, X, the ombudsman, said": past the comma that ends what is told. */
    private static int behindEvents(List<Item> items, int from, int verb) {
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
    private static int firstEvent(List<Item> items, int from, int verb) {
        int end = from;
        while (end < verb && !hasEvent(items, end, end + 1)) {
            end++;
        }
        return end;
    }

    private static boolean hasEvent(List<Item> items, int from, int to) {
        for (int i = from; i < to; i++) {
            Item item = items.get(i);
            if (item.is(Tag.TRIGGER) || item.is(Tag.GROUP) && Group.counted(item)) {
                return true;
            }
        }
        return false;
    }

    private static int clauseStart(List<Item> items, int verb) {
        int start = verb;
        int opens = Math.min(Dateline.end(items), verb);
        while (start > opens
                && verb - start < SUBJECT
                && !items.get(start - 1).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.ACCORDING)) {
            start--;
        }
        return start;
    }

    private static int rightEnd(List<Item> items, int from) {
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

    /** Whom these items name: a person before a body, a body's owner, a pronoun, someone unknown. */
    private Optional<Speaker> subject(List<Item> items, int from, int to) {
        List<Item> region = items.subList(from, Math.max(from, to));
        for (Item item : region) {
            Optional<Name> person = Reading.name(item, Name.Kind.PERSON);
            if (person.isPresent()) {
                return Optional.of(speakers.person(person.get().id()));
            }
        }
        Optional<Speaker> body = speakers.body(region);
        boolean office = body.isPresent() && region.stream().anyMatch(i -> i.is(Tag.ROLE) && !alone(i) || organ(i));
        if (region.stream().anyMatch(i -> i.is(Tag.FORMER) || !office && alone(i))) {
            return Optional.of(speakers.alone(region));
        }
        Optional<Item> pronoun = region.stream().filter(i -> i.is(Tag.PRONOUN)).findFirst();
        if (body.isPresent() && (pronoun.isEmpty() || body.get().kind() != Speaker.Kind.OUTLET)) {
            return body;
        }
        if (pronoun.isPresent()) {
            boolean he = pronoun.get().lexeme(Tag.PRONOUN).orElseThrow().is("who", "person");
            boolean theirs = pronoun.get().lexeme(Tag.PRONOUN).orElseThrow().is("who", "office");
            Optional<Speaker> same =
                    pronoun.get().lexeme(Tag.PRONOUN).orElseThrow().is("form", "same")
                            ? memory.same(items, from, to)
                            : Optional.empty();
            return same.or(() -> theirs ? memory.office(items, from, to) : memory.pronoun(items, from, he))
                    .or(() -> body);
        }
        Optional<Speaker> outlet = speakers.outlet(region);
        boolean role = region.stream().anyMatch(i -> i.is(Tag.ROLE));
        boolean local = region.stream().anyMatch(i -> i.is(Tag.ROLE, "who", "local"));
        if (local) {
            return memory.local(items, to)
                    .or(() -> memory.office(items, from, to))
                    .or(() -> speakers.named(region));
        }
        Optional<Speaker> official = role && outlet.isEmpty() ? memory.office(items, from, to) : Optional.empty();
        return outlet.or(() -> official).or(() -> speakers.named(region));
    }

    /** A witness, an analyst: someone who speaks for nobody else, unless the words name an office too ("military sources"). */
    private static boolean alone(Item item) {
        return item.is(Tag.ROLE, "who", "private");
    }
}
