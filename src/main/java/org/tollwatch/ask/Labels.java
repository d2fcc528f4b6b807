package org.tollwatch.ask;

import java.util.Locale;
import java.util.Optional;
import org.tollwatch.conflict.Actor;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Person;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Scope;

/** Names for people in place of ids. */
public record Labels(Optional<Conflict> conflict) {

    /** @param item of equipment lost; null or "" where there is none */
    public static String measure(String measure, String item) {
        String name = words(measure);
        return item == null || item.isEmpty() ? name : name + " (" + item + ")";
    }

    /** "" for anybody's loss. */
    public static String status(String status) {
        return switch (status) {
            case "ANY" -> "";
            case "CHILD" -> "children";
            case "WOMAN" -> "women";
            case "UNKNOWN" -> "of unknown status";
            default -> words(status) + "s";
        };
    }

    public String party(String id) {
        if (id == null) {
            return "a party not named";
        }
        if (id.equals(Scope.ALL)) {
            return conflict.map(Labels::sides).orElse(0L) == 2 ? "both sides" : "all sides";
        }
        return conflict.flatMap(c -> c.party(id)).map(Party::name).orElse(id);
    }

    /** The name behind an account's id: a party, an actor, a person, or the name itself. */
    public String account(String id) {
        return conflict.flatMap(c -> c.party(id)
                        .map(Party::name)
                        .or(() -> c.actor(id).map(Actor::name))
                        .or(() -> c.persons().stream()
                                .filter(p -> p.id().equals(id))
                                .map(Person::name)
                                .findFirst()))
                .orElse(id);
    }

    /** "" for the whole theatre. */
    public String place(String id) {
        return id.isEmpty()
                ? ""
                : conflict.flatMap(c -> c.place(id)).map(Place::name).orElse(id);
    }

    /** Parties that fight beside one another are one side. */
    private static long sides(Conflict conflict) {
        return conflict.parties().stream()
                .map(party -> conflict.opponentsOf(party.id()))
                .filter(opponents -> !opponents.isEmpty())
                .distinct()
                .count();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
