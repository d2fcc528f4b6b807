package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Whom a stretch of a sentence names as the one who speaks. */
final class Voices {

    private final Speakers speakers;
    private final SpeakerMemory memory;

    Voices(Speakers speakers, SpeakerMemory memory) {
        this.speakers = speakers;
        this.memory = memory;
    }

    /** Whom these items name: a person before a body, a body's owner, a pronoun, someone unknown. */
    Optional<Speaker> named(List<Item> items, int from, int to) {
        List<Item> region = items.subList(from, Math.max(from, to));
        Optional<Speaker> person = person(region);
        if (person.isPresent()) {
            return person;
        }
        Optional<Speaker> body = speakers.body(region);
        boolean office = body.isPresent() && region.stream().anyMatch(i -> i.is(Tag.ROLE) && !alone(i) || organ(i));
        if (region.stream().anyMatch(i -> i.is(Tag.FORMER) || !office && alone(i))) {
            return Optional.of(speakers.alone(region));
        }
        Optional<Lexeme> pronoun = region.stream()
                .filter(i -> i.is(Tag.PRONOUN))
                .findFirst()
                .map(i -> i.lexeme(Tag.PRONOUN).orElseThrow());
        if (body.isPresent() && (pronoun.isEmpty() || body.get().kind() != Speaker.Kind.OUTLET)) {
            return body;
        }
        return pronoun.isPresent()
                ? meant(pronoun.get(), items, from, to).or(() -> body)
                : office(items, from, to, region);
    }

    private Optional<Speaker> person(List<Item> region) {
        return region.stream()
                .flatMap(i -> Reading.name(i, Name.Kind.PERSON).stream())
                .findFirst()
                .map(n -> speakers.person(n.id()));
    }

    /** Whom "it", "he", "the ministry" stand for. */
    private Optional<Speaker> meant(Lexeme pronoun, List<Item> items, int from, int to) {
        Optional<Speaker> same = pronoun.is("form", "same") ? memory.same(items, from, to) : Optional.empty();
        return same.or(() -> pronoun.is("who", "office")
                ? memory.office(items, from, to)
                : memory.pronoun(items, from, pronoun.is("who", "person")));
    }

    /** An outlet, an office whose country is not said, someone the conflict file does not know. */
    private Optional<Speaker> office(List<Item> items, int from, int to, List<Item> region) {
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

    /** The head stands last: "the Armenians' so-called defence army" is the army. */
    Optional<Speaker> head(List<Item> items, int from, int to) {
        List<Item> organs =
                items.subList(from, to).stream().filter(Voices::organ).toList();
        Optional<Speaker> organ = organs.size() == 1 ? speakers.body(organs) : Optional.empty();
        return organ.or(() -> named(items, from, to));
    }

    /** Items that may name a speaker: an office, or a person. */
    static boolean mayName(List<Item> items) {
        return items.stream()
                .anyMatch(i -> i.is(Tag.ROLE)
                        || organ(i)
                        || Reading.name(i, Name.Kind.PERSON).isPresent());
    }

    /** Whether this names a body that speaks: a ministry, an army. */
    static boolean organ(Item item) {
        if (!item.isAny(Tag.NAME, Tag.GROUP)) {
            return false;
        }
        boolean itself = item.senses().stream().anyMatch(s -> s instanceof Name name && name.form() == Name.Form.ORGAN);
        return itself
                || item.sense(Group.class)
                        .filter(g -> g.implied() && g.inner().stream().anyMatch(Voices::organ))
                        .isPresent(); // "Israeli military sources"
    }

    /** A witness, an analyst: someone who speaks for nobody else, unless the words name an office too ("military sources"). */
    private static boolean alone(Item item) {
        return item.is(Tag.ROLE, "who", "private");
    }
}
