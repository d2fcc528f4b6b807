package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.conflict.Names;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Episode;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;

/** The conflicts of a running service, which may be others than those that come with this program. */
record RemoteConflicts(Service service) {

    /**
     * The one asked for, or all.
     *
     * @param asked an id
     */
    List<Conflict> of(Optional<String> asked) {
        List<String> ids = asked.map(List::of)
                .orElseGet(() -> service.all(Query.of("conflicts")).stream()
                        .map(conflict -> conflict.path("id").asText())
                        .toList());
        return ids.stream().map(this::conflict).toList();
    }

    /** The one asked for, or else all that have the party asked for. */
    List<Conflict> about(FilterOption filter) {
        List<Conflict> all = of(filter.conflict());
        Optional<String> party = filter.party().filter(asked -> !asked.equals(Scope.ALL));
        if (filter.conflict().isPresent() || party.isEmpty()) {
            return all;
        }
        List<Conflict> having = all.stream()
                .filter(conflict -> conflict.partyNamed(party.get()).isPresent())
                .toList();
        if (having.isEmpty()) {
            throw new CommandFailure(
                    "No conflict at " + service + " has a party '" + party.get()
                            + "'; say with --conflict which you mean, and it tells its parties.",
                    null);
        }
        return having;
    }

    /** The one asked for, or else the only one that something is claimed of. */
    Conflict only(Optional<String> asked) {
        List<Conflict> claimed = of(asked).stream()
                .filter(conflict -> asked.isPresent() || isClaimed(conflict))
                .toList();
        if (claimed.isEmpty()) {
            throw new CommandFailure("Nothing is claimed there yet, at " + service + ".", null);
        }
        if (claimed.size() > 1) {
            throw new CommandFailure(
                    "The claims are about several conflicts; choose one with --conflict: "
                            + claimed.stream().map(Conflict::id).collect(Collectors.joining(", ")),
                    null);
        }
        return claimed.get(0);
    }

    private boolean isClaimed(Conflict conflict) {
        return !service.ask(Query.of("claims").with("conflict", conflict.id()).with("limit", 1))
                .path("items")
                .isEmpty();
    }

    private Conflict conflict(String id) {
        String path = "conflicts/" + Query.encoded(id);
        JsonNode about = service.ask(Query.of(path));
        List<Party> parties = service.all(Query.of(path + "/parties")).stream()
                .map(RemoteConflicts::party)
                .toList();
        List<Place> places = service.all(Query.of(path + "/places")).stream()
                .map(RemoteConflicts::place)
                .toList();
        List<NamedEpisode> episodes = new ArrayList<>();
        about.path("episodes").forEach(episode -> episodes.add(episode(episode)));
        return new Conflict(
                about.path("id").asText(),
                about.path("name").asText(),
                ZoneId.of(about.path("zone").asText()),
                parties,
                List.of(),
                List.of(),
                places,
                episodes);
    }

    private static Party party(JsonNode party) {
        List<String> opponents = new ArrayList<>();
        party.path("opponents").forEach(id -> opponents.add(id.asText()));
        return new Party(
                party.path("id").asText(),
                party.path("name").asText(),
                party.path("parent").asText("*"),
                List.of(),
                opponents,
                Names.NONE,
                Names.NONE,
                Names.NONE,
                Names.NONE);
    }

    private static Place place(JsonNode place) {
        String name = place.path("name").asText();
        return new Place(
                place.path("id").asText(),
                name,
                place.path("parent").asText(),
                false,
                null,
                null,
                new Names(Map.of(Names.ALL, List.of(name))),
                List.of());
    }

    private static NamedEpisode episode(JsonNode episode) {
        Period period = new Period(
                Instant.parse(episode.path("from").asText()),
                Instant.parse(episode.path("to").asText()));
        String name = episode.path("name").asText();
        return new NamedEpisode(new Episode(name, name, period), Names.NONE);
    }
}
