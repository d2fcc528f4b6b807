package org.tollwatch.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tollwatch.conflict.FileDates.Span;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.ledger.Scope;

/** Reads those who suffer and those who speak: parties, actors, outlets and persons. */
final class SpeakerReader {

    private final Set<String> parties;
    private final Set<String> offices = new TreeSet<>();
    private final NameReader sides = new NameReader();
    private final NameReader people = new NameReader();

    /**
     * @param parties ids of the parties
     * @param actors ids of those a person may hold an office of, besides the parties
     */
    SpeakerReader(Set<String> parties, Set<String> actors) {
        this.parties = parties;
        offices.addAll(parties);
        offices.addAll(actors);
    }

    Party party(String id, Fields f) {
        f.only("name", "in", "allies", "opponents", "names", "people", "seats", "organs");
        List<String> allies = others(id, f, "allies");
        List<String> opponents = others(id, f, "opponents");
        allies.stream().filter(opponents::contains).findFirst().ifPresent(both -> {
            throw f.required("opponents", "")
                    .at()
                    .problem("'" + both + "' is an ally too. Remove it from one of the two");
        });
        return new Party(
                id,
                f.name(),
                f.get("in").map(Node::text).orElse(Scope.ALL),
                allies,
                opponents,
                sides.own(id, f),
                words(id, f, "people"),
                words(id, f, "seats"),
                words(id, f, "organs"));
    }

    Actor actor(String id, Fields f) {
        f.only("name", "names", "people", "seats", "organs");
        Names names = sides.own(id, f);
        return new Actor(
                id, f.name(), names, words(id, f, "people"), words(id, f, "seats"), words(id, f, "organs"), false);
    }

    Actor outlet(String id, Fields f) {
        f.only("name", "names");
        return new Actor(id, f.name(), sides.own(id, f), Names.NONE, Names.NONE, Names.NONE, true);
    }

    Person person(String id, Fields f) {
        f.only("name", "names", "roles");
        List<Tenure> tenures = new ArrayList<>();
        for (Node item : f.list("roles")) {
            Fields role = item.fields().only("of", "as", "from", "to");
            String party = role.required("of", "of: armenia").reference(offices, "party or actor");
            Span span = FileDates.span(role);
            tenures.add(
                    new Tenure(party, role.required("as", "as: Prime Minister").text(), span.from(), span.to()));
        }
        return new Person(id, f.name(), people.own(id, f), tenures);
    }

    private Names words(String id, Fields f, String key) {
        return f.get(key).map(n -> sides.names(id, n)).orElse(Names.NONE);
    }

    private List<String> others(String id, Fields f, String key) {
        List<String> others = new ArrayList<>();
        for (Node item : f.list(key)) {
            String other = item.reference(parties, "party");
            if (other.equals(id)) {
                throw item.at().problem("'" + id + "' cannot stand in its own list. Remove it");
            }
            others.add(other);
        }
        return others;
    }
}
