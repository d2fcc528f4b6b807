package org.tollwatch.extract;

import java.util.List;
import org.tollwatch.conflict.Actor;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.conflict.Names;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Person;
import org.tollwatch.conflict.Place;

/** The names of a conflict in one language, in every form that the language gives them, ready to be matched. */
final class NameIndex {

    private final LanguagePack pack;
    private final Trie trie;

    private NameIndex(LanguagePack pack, Edges edges) {
        this.pack = pack;
        this.trie = new Trie(edges);
    }

    static Trie of(Conflict conflict, LanguagePack pack) {
        return of(conflict, pack, new Edges());
    }

    /** @param edges to spell the names with */
    static Trie of(Conflict conflict, LanguagePack pack, Edges edges) {
        NameIndex index = new NameIndex(pack, edges);
        conflict.parties().forEach(index::party);
        conflict.actors().forEach(index::actor);
        for (Person person : conflict.persons()) {
            index.put(person.names(), person.name(), new Name(Name.Kind.PERSON, person.id(), Name.Form.NOUN));
        }
        for (Place place : conflict.places()) {
            index.put(place.names(), place.name(), new Name(Name.Kind.PLACE, place.id(), Name.Form.NOUN));
        }
        for (NamedEpisode episode : conflict.episodes()) {
            Name name = new Name(Name.Kind.EPISODE, episode.episode().id(), Name.Form.NOUN);
            index.put(episode.names(), episode.episode().name(), name);
        }
        return index.trie;
    }

    private void party(Party party) {
        forms(
                Name.Kind.PARTY,
                party.id(),
                party.name(),
                List.of(party.names(), party.people(), party.seats(), party.organs()));
    }

    private void actor(Actor actor) {
        Name.Kind kind = actor.outlet() ? Name.Kind.OUTLET : Name.Kind.ACTOR;
        forms(kind, actor.id(), actor.name(), List.of(actor.names(), actor.people(), actor.seats(), actor.organs()));
    }

    private void forms(Name.Kind kind, String id, String name, List<Names> names) {
        put(names.get(0), name, new Name(kind, id, Name.Form.NOUN));
        put(names.get(1), "", new Name(kind, id, Name.Form.PEOPLE));
        counted(names.get(1), "single", new Name(kind, id, Name.Form.PEOPLE, 1));
        counted(names.get(1), "two", new Name(kind, id, Name.Form.PEOPLE, 2));
        put(names.get(2), "", new Name(kind, id, Name.Form.SEAT));
        put(names.get(3), "", new Name(kind, id, Name.Form.ORGAN));
    }

    /** Forms of people's names that say how many there are: "filastiniyan", two Palestinians. */
    private void counted(Names names, String number, Name sense) {
        if (pack.inflections().containsKey(number)) {
            for (String name : names.in(pack.code())) {
                pack.inflection(number).made(name).forEach(form -> trie.put(form, sense));
            }
        }
    }

    private void put(Names names, String also, Name sense) {
        Inflection inflection = pack.inflection(sense.form() == Name.Form.PEOPLE ? "people" : "name");
        List<String> all = names.in(pack.code());
        all.stream()
                .distinct()
                .filter(n -> !n.isBlank())
                .forEach(n -> inflection.forms(n).forEach(form -> trie.put(form, sense)));
        if (!also.isBlank() && !all.contains(also)) {
            trie.put(also, sense);
        }
    }
}
