package org.tollwatch.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tollwatch.ledger.Calendar;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Side;

/**
 * Who is who in a conflict, where, and when. Immutable; look-ups are prepared once, so that asking is cheap. Ids are
 * taken to be sound: {@link Conflicts} checks a file before one of these is made from it.
 */
public final class Conflict {

    private final String id;
    private final String name;
    private final List<Party> parties;
    private final List<Actor> actors;
    private final List<Person> persons;
    private final List<Place> places;
    private final List<NamedEpisode> episodes;
    private final Calendar calendar;
    private final Sides sides;
    private final Hierarchy placeTree;
    private final Map<String, Party> partyById;
    private final Map<String, Actor> actorById;
    private final Map<String, Place> placeById;
    private final Map<String, Place> placeByName = new HashMap<>();

    /**
     * @param id unique among conflicts
     * @param name as a reader would call it
     * @param zone in which its days begin and end
     */
    public Conflict(
            String id,
            String name,
            ZoneId zone,
            List<Party> parties,
            List<Actor> actors,
            List<Person> persons,
            List<Place> places,
            List<NamedEpisode> episodes) {
        this.id = id;
        this.name = name;
        this.parties = List.copyOf(parties);
        this.actors = List.copyOf(actors);
        this.persons = List.copyOf(persons);
        this.places = List.copyOf(places);
        this.episodes = List.copyOf(episodes);
        calendar =
                new Calendar(zone, episodes.stream().map(NamedEpisode::episode).toList());
        sides = new Sides(parties);
        partyById = byId(parties, Party::id);
        actorById = byId(actors, Actor::id);
        placeById = byId(places, Place::id);
        places.forEach(p -> p.names().everywhere().forEach(n -> placeByName.putIfAbsent(Names.fold(n), p)));
        placeTree = localities();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    public List<Party> parties() {
        return parties;
    }

    /** Third states, organisations and outlets. */
    public List<Actor> actors() {
        return actors;
    }

    public List<Person> persons() {
        return persons;
    }

    public List<Place> places() {
        return places;
    }

    public List<NamedEpisode> episodes() {
        return episodes;
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The parties under "*", all sides together. */
    public Hierarchy partyTree() {
        return sides.tree();
    }

    /** The localities under "", the whole theatre; what lies in a theatre-level place lies under the root. */
    public Hierarchy placeTree() {
        return placeTree;
    }

    public Optional<Party> party(String party) {
        return Optional.ofNullable(partyById.get(party));
    }

    /** By its id, or else by any of its names in any language; case and hyphens make no difference. */
    public Optional<Party> partyNamed(String idOrName) {
        String asked = Names.fold(idOrName);
        return party(idOrName)
                .or(() -> parties.stream()
                        .filter(p -> Names.fold(p.name()).equals(asked)
                                || p.names().everywhere().stream()
                                        .anyMatch(n -> Names.fold(n).equals(asked)))
                        .findFirst());
    }

    public Optional<Actor> actor(String actor) {
        return Optional.ofNullable(actorById.get(actor));
    }

    /** By its id, or else by any of its names in any language; case and hyphens make no difference. */
    public Optional<Place> place(String idOrName) {
        Place byId = placeById.get(idOrName);
        return Optional.ofNullable(byId != null ? byId : placeByName.get(Names.fold(idOrName)));
    }

    public Optional<NamedEpisode> episodeAt(Instant at) {
        return episodes.stream()
                .filter(e -> !at.isBefore(e.episode().period().from())
                        && at.isBefore(e.episode().period().to()))
                .findFirst();
    }

    /** The day it is in the conflict's zone. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    /** The parties that fight a party, or the party it belongs to. */
    public Set<String> opponentsOf(String party) {
        return sides.opponentsOf(party);
    }

    /**
     * Where a claimant stands towards the party whose figure it gives.
     *
     * @param claimantParty the id of the party it belongs to; that of an actor, or null, is nobody's side
     * @param party a party's id, or "*" for all sides together, where each of them speaks for itself too
     */
    public Side sideOf(String claimantParty, String party) {
        return claimantParty == null ? Side.INDEPENDENT : sides.of(claimantParty, party);
    }

    /** Who held a place at that time, or the nearest larger place of which that is known. */
    public Optional<String> holderOf(String placeId, Instant at) {
        LocalDate day = dayOf(at);
        return Stream.iterate(placeById.get(placeId), p -> p != null, p -> placeById.get(p.parent()))
                .flatMap(p -> p.holdings().stream())
                .filter(h -> h.on(day))
                .map(Holding::party)
                .findFirst();
    }

    /** Whether it is nobody's fight in particular, but where reports are read that belong to no other conflict. */
    public boolean general() {
        return id.equals("world");
    }

    @Override
    public String toString() {
        return "Conflict[" + id + "]";
    }

    private Hierarchy localities() {
        Map<String, String> parents = new HashMap<>();
        for (Place place : places) {
            Place in = placeById.get(place.parent());
            while (in != null && in.theatre()) {
                in = placeById.get(in.parent());
            }
            parents.put(place.id(), in == null ? "" : in.id());
        }
        return new Hierarchy("", parents);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }
}
