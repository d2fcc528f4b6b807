package org.tollwatch.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Holding;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Person;
import org.tollwatch.conflict.Place;
import org.tollwatch.conflict.Tenure;

/**
 * Whom the names of a conflict stand for.
 *
 * @param parties for each, itself alone
 * @param places for each, everybody who ever held it
 * @param persons for each, the parties whose offices the person ever held
 */
record Stakes(
        Conflict conflict,
        Map<String, Set<String>> parties,
        Map<String, Set<String>> places,
        Map<String, Set<String>> persons) {

    static Stakes of(Conflict conflict) {
        Map<String, Set<String>> parties = new HashMap<>();
        for (Party party : conflict.parties()) {
            parties.put(party.id(), Set.of(party.id()));
        }
        Map<String, Set<String>> places = new HashMap<>();
        for (Place place : conflict.places()) {
            places.put(place.id(), holders(conflict, place));
        }
        Map<String, Set<String>> persons = new HashMap<>();
        for (Person person : conflict.persons()) {
            persons.put(person.id(), parties(conflict, person));
        }
        return new Stakes(conflict, parties, places, persons);
    }

    private static Set<String> holders(Conflict conflict, Place place) {
        Optional<Place> at = Optional.of(place);
        while (at.isPresent()) {
            if (!at.get().holdings().isEmpty()) {
                return at.get().holdings().stream().map(Holding::party).collect(Collectors.toSet());
            }
            at = conflict.place(at.get().parent());
        }
        return Set.of();
    }

    private static Set<String> parties(Conflict conflict, Person person) {
        return person.tenures().stream()
                .map(Tenure::party)
                .filter(party -> conflict.party(party).isPresent())
                .collect(Collectors.toSet());
    }

    /** The parties a name stands for; of a place, everybody who held it. */
    Set<String> of(Name name) {
        return switch (name.kind()) {
            case PARTY -> parties.getOrDefault(name.id(), Set.of());
            case PLACE -> places.getOrDefault(name.id(), Set.of());
            case PERSON -> persons.getOrDefault(name.id(), Set.of());
            default -> Set.of();
        };
    }
}
