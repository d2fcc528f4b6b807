package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Actor;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Person;
import org.tollwatch.conflict.Tenure;

/** Finds who speaks in a sentence: the subject of a verb of speech, or whom "according to" names. */
final class SpeakerFinder {

    /** Items on which the subject of a verb may stretch. */
    private static final int SUBJECT = 24;

    private final Reading reading;
    private Optional<Speaker> lastPerson = Optional.empty();
    private Optional<Speaker> lastBody = Optional.empty();

    SpeakerFinder(Reading reading) {
        this.reading = reading;
    }

    /** Sentences must be given in order: a pronoun is whoever spoke, or was named, last. */
    List<Attribution> find(Sentence sentence) {
        List<Item> items = sentence.items();
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.is(Tag.ACCORDING)) {
                int verb = i;
                subject(items, i + 1, rightEnd(items, i + 1))
                        .ifPresent(s -> found.add(new Attribution(s, verb, verb > 0)));
            } else if (item.isAny(Tag.SPEECH, Tag.APPEAL) && !item.is(Tag.TRIGGER)) {
                int verb = i;
                Optional<Attribution> own = speech(items, verb);
                Optional<Attribution> same = own.isPresent() || found.isEmpty()
                        ? own
                        : Optional.of(
                                new Attribution(found.get(found.size() - 1).speaker(), verb, false));
                same.filter(a -> item.is(Tag.SPEECH)).ifPresent(found::add);
            }
        }
        remember(items, found);
        return found;
    }

    private Optional<Attribution> speech(List<Item> items, int verb) {
        int clause = clauseStart(items, verb);
        int comma = clause;
        boolean events = hasEvent(items, clause, verb);
        for (int i = clause; i < verb; i++) {
            boolean ends = items.get(i).isAny(Tag.COMMA, Tag.QUOTE)
                    || events && items.get(i).is(Tag.SPACE);
            comma = ends ? i + 1 : comma;
        }
        Optional<Speaker> near = subject(items, comma, verb);
        Optional<Speaker> whole = near.isPresent() || events ? near : subject(items, clause, verb);
        if (whole.isPresent()) {
            boolean forward = items.get(verb)
                    .lexeme(Tag.SPEECH)
                    .filter(v -> v.has("forward"))
                    .isPresent();
            boolean after = !forward && (events || comma > clause && near.isPresent());
            return Optional.of(new Attribution(whole.get(), verb, after));
        }
        boolean inverted = verb > 0 && items.get(verb - 1).isAny(Tag.QUOTE, Tag.COMMA);
        return inverted
                ? subject(items, verb + 1, rightEnd(items, verb + 1)).map(s -> new Attribution(s, verb, true))
                : Optional.empty();
    }

    private static boolean hasEvent(List<Item> items, int from, int to) {
        return items.subList(from, to).stream()
                .anyMatch(i -> i.is(Tag.TRIGGER)
                        || i.sense(Group.class).filter(g -> !g.implied()).isPresent());
    }

    private static int clauseStart(List<Item> items, int verb) {
        int start = verb;
        while (start > 0
                && verb - start < SUBJECT
                && !items.get(start - 1).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.ACCORDING)) {
            start--;
        }
        return start;
    }

    private static int rightEnd(List<Item> items, int from) {
        int end = from;
        while (end < items.size()
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
                return Optional.of(person(person.get().id()));
            }
        }
        Optional<Speaker> body = body(region);
        Optional<Item> pronoun = region.stream().filter(i -> i.is(Tag.PRONOUN)).findFirst();
        boolean someone = region.stream()
                .anyMatch(i ->
                        i.lexeme(Tag.ROLE).filter(r -> r.is("who", "private")).isPresent());
        if (someone) {
            return Optional.of(unknown(region, reading.article().source(), Speaker.Kind.PRIVATE));
        }
        if (body.isPresent() && (pronoun.isEmpty() || body.get().kind() != Speaker.Kind.OUTLET)) {
            return body;
        }
        if (pronoun.isPresent()) {
            boolean he = pronoun.get().lexeme(Tag.PRONOUN).orElseThrow().is("who", "person");
            Optional<Speaker> last = he ? lastPerson.or(() -> lastBody) : lastBody.or(() -> lastPerson);
            return last.or(() -> body);
        }
        Optional<Speaker> outlet = body.or(() -> outlet(region));
        return outlet.or(() -> named(region));
    }

    private Optional<Speaker> body(List<Item> region) {
        Optional<Speaker> third = Optional.empty();
        boolean role = region.stream().anyMatch(i -> i.isAny(Tag.ROLE, Tag.PRONOUN));
        for (int i = 0; i < region.size(); i++) {
            Item item = region.get(i);
            if (i > 0 && region.get(i - 1).isAny(Tag.AGAINST)) {
                continue;
            }
            Optional<String> party =
                    Reading.party(item).or(() -> role ? reading.holder(item, reading.today()) : Optional.empty());
            if (party.isPresent()) {
                return Optional.of(party(party.get()));
            }
            Optional<Name> actor = Reading.name(item, Name.Kind.ACTOR);
            if (actor.isPresent() && third.isEmpty()) {
                third = Optional.of(actor(actor.get().id()));
            }
        }
        return third;
    }

    private Optional<Speaker> outlet(List<Item> region) {
        return region.stream()
                .flatMap(i -> Reading.name(i, Name.Kind.OUTLET).stream())
                .findFirst()
                .map(n -> reading.conflict().actor(n.id()).map(Actor::name).orElse(n.id()))
                .map(n -> new Speaker(n, n, Optional.empty(), Speaker.Kind.OUTLET));
    }

    /** Two words with capitals, or a role and one: somebody the conflict file does not know. */
    private Optional<Speaker> named(List<Item> region) {
        String name = capitals(region);
        boolean role = region.stream().anyMatch(i -> i.is(Tag.ROLE));
        if (name.isEmpty() || !role && name.indexOf(' ') < 0) {
            return Optional.empty();
        }
        return Optional.of(new Speaker(name, name, Optional.empty(), Speaker.Kind.PRIVATE));
    }

    private Speaker unknown(List<Item> region, String otherwise, Speaker.Kind kind) {
        String name = capitals(region);
        String known = name.isEmpty() ? otherwise : name;
        return new Speaker(known, known, Optional.empty(), kind);
    }

    private String capitals(List<Item> region) {
        String text = reading.text().text();
        StringBuilder name = new StringBuilder();
        for (Item item : region) {
            boolean capital = item.unknown() && Character.isUpperCase(text.charAt(item.start()));
            if (capital) {
                name.append(name.isEmpty() ? "" : " ").append(text, item.start(), item.end());
            } else if (!name.isEmpty()) {
                break;
            }
        }
        return name.toString();
    }

    private Speaker party(String id) {
        String name = reading.conflict().party(id).map(Party::name).orElse(id);
        return new Speaker(name, id, Optional.of(id), Speaker.Kind.BODY);
    }

    private Speaker actor(String id) {
        String name = reading.conflict().actor(id).map(Actor::name).orElse(id);
        return new Speaker(name, id, Optional.of(id), Speaker.Kind.BODY);
    }

    /** In office he speaks for his party; out of it for himself, though he still belongs to it. */
    private Speaker person(String id) {
        Person person = reading.conflict().persons().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
        LocalDate day = reading.today();
        Optional<Tenure> held = person.tenureOn(day);
        Optional<String> once = person.tenures().stream()
                .filter(t -> !t.from().isAfter(day))
                .reduce((a, b) -> b)
                .map(Tenure::party);
        return new Speaker(
                person.name(),
                held.map(Tenure::party).orElse(id),
                held.map(Tenure::party).or(() -> once),
                Speaker.Kind.PERSON);
    }

    private void remember(List<Item> items, List<Attribution> found) {
        for (Item item : items) {
            Optional<Name> person = Reading.name(item, Name.Kind.PERSON);
            lastPerson = person.map(n -> person(n.id())).or(() -> lastPerson);
        }
        for (Attribution attribution : found) {
            Speaker speaker = attribution.speaker();
            if (speaker.kind() == Speaker.Kind.PERSON || speaker.kind() == Speaker.Kind.PRIVATE) {
                lastPerson = Optional.of(speaker);
            } else {
                lastBody = Optional.of(speaker);
            }
        }
    }
}
