package org.tollwatch.conflict;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is meant by a name that stands by itself: an id, or a name in any language; case and hyphens make no difference. */
public final class NameBook {

    /**
     * Who speaks.
     *
     * @param account whose books their figures are entered in: their party's while they hold an office of it
     * @param party the id of the party or actor they belong to
     */
    public record Voice(String account, Optional<String> party) {}

    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Person> persons = new HashMap<>();

    public NameBook(Conflict conflict) {
        for (Party party : conflict.parties()) {
            names(party.id(), party.name(), party.names(), party.people(), party.seats(), party.organs())
                    .forEach(name -> parties.putIfAbsent(name, party));
        }
        for (Actor actor : conflict.actors()) {
            names(actor.id(), actor.name(), actor.names(), actor.people(), actor.seats(), actor.organs())
                    .forEach(name -> actors.putIfAbsent(name, actor));
        }
        for (Person person : conflict.persons()) {
            names(person.id(), person.name(), person.names()).forEach(name -> persons.putIfAbsent(name, person));
        }
    }

    public Optional<Party> party(String name) {
        return Optional.ofNullable(parties.get(Names.fold(name)));
    }

    /**
     * A party, a third state or organisation, or a person; of a person the office held on that day.
     *
     * @param day when it was said
     */
    public Optional<Voice> voice(String name, LocalDate day) {
        String folded = Names.fold(name);
        if (parties.containsKey(folded)) {
            String id = parties.get(folded).id();
            return Optional.of(new Voice(id, Optional.of(id)));
        }
        if (actors.containsKey(folded)) {
            Actor actor = actors.get(folded);
            return Optional.of(
                    actor.outlet()
                            ? new Voice(actor.name(), Optional.empty())
                            : new Voice(actor.id(), Optional.of(actor.id())));
        }
        return Optional.ofNullable(persons.get(folded)).map(person -> voice(person, day));
    }

    private static Voice voice(Person person, LocalDate day) {
        return person.tenureOn(day)
                .map(office -> new Voice(office.party(), Optional.of(office.party())))
                .orElseGet(() -> new Voice(
                        person.id(),
                        person.tenures().stream()
                                .filter(t -> !t.from().isAfter(day))
                                .reduce((a, b) -> b)
                                .map(Tenure::party)));
    }

    private static Stream<String> names(String id, String name, Names... others) {
        Stream<String> all = List.of(others).stream().map(Names::everywhere).flatMap(Collection::stream);
        return Stream.concat(Stream.of(id, name), all).map(Names::fold);
    }
}
