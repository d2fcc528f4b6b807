package org.tollwatch.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tollwatch.ledger.Calendar;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Scope;
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
    private final Map<String, Party> partyById;
    private final Map<String, Actor> actorById;
    private final Map<String, Place> placeById;
    private final Map<String, Place> placeByName = new HashMap<>();
    private final Hierarchy partyTree;
    private final Hierarchy placeTree;
    private final Map<String, Set<String>> allies;
    private final Map<String, Set<String>> opponents;

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
        partyById = byId(parties, Party::id);
        actorById = byId(actors, Actor::id);
        placeById = byId(places, Place::id);
        places.forEach(p -> p.names().everywhere().forEach(n -> placeByName.putIfAbsent(Names.fold(n), p)));
        partyTree = new Hierarchy(Scope.ALL, parents(parties, Party::id, Party::parent));
        placeTree = localities();
        allies = bothWays(Party::allies);
        opponents = bothWays(Party::opponents);
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
        return partyTree;
    }

    /** The localities under "", the whole theatre; what lies in a theatre-level place lies under the root. */
    public Hierarchy placeTree() {
        return placeTree;
    }

    public Optional<Party> party(String party) {
        return Optional.ofNullable(partyById.get(party));
    }

    public Optional<Actor> actor(String actor) {
        return Optional.ofNullable(actorById.get(actor));
    }

    /** By its id, or else by any of its names in any language. */
    public Optional<Place> place(String idOrName) {
        return Optional.ofNullable(placeById.get(idOrName))
                .or(() -> Optional.ofNullable(placeByName.get(Names.fold(idOrName))));
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
        return related(opponents, party);
    }

    /**
     * Where a claimant stands towards the party whose figure it gives.
     *
     * @param claimantParty the id of the party it belongs to; that of an actor, or null, is nobody's side
     * @param party a party's id, or "*" for all sides together
     */
    public Side sideOf(String claimantParty, String party) {
        if (claimantParty == null || !partyById.containsKey(claimantParty)) {
            return Side.INDEPENDENT;
        }
        if (partyTree.within(claimantParty, party) || partyTree.within(party, claimantParty)) {
            return Side.SELF;
        }
        if (anyWithin(claimantParty, related(allies, party))) {
            return Side.SELF;
        }
        return anyWithin(claimantParty, opponentsOf(party)) ? Side.ADVERSARY : Side.INDEPENDENT;
    }

    /** Who held a place, or the nearest larger place of which that is known. */
    public Optional<String> holderOf(String placeId, Instant at) {
        LocalDate day = dayOf(at);
        return Stream.iterate(placeById.get(placeId), p -> p != null, p -> placeById.get(p.parent()))
                .flatMap(p -> p.holdings().stream())
                .filter(h -> h.on(day))
                .map(Holding::party)
                .findFirst();
    }

    @Override
    public String toString() {
        return "Conflict[" + id + "]";
    }

    private boolean anyWithin(String party, Set<String> others) {
        return others.stream().anyMatch(o -> partyTree.within(party, o));
    }

    private Set<String> related(Map<String, Set<String>> relation, String party) {
        Set<String> others = new LinkedHashSet<>();
        partyTree.pathOf(party).forEach(p -> others.addAll(relation.getOrDefault(p, Set.of())));
        return others;
    }

    private Map<String, Set<String>> bothWays(Function<Party, List<String>> declared) {
        Map<String, Set<String>> relation = new TreeMap<>();
        for (Party one : parties) {
            for (String other : declared.apply(one)) {
                relation.computeIfAbsent(one.id(), p -> new TreeSet<>()).add(other);
                relation.computeIfAbsent(other, p -> new TreeSet<>()).add(one.id());
            }
        }
        return relation;
    }

    private Hierarchy localities() {
        Map<String, String> parents = new HashMap<>(parents(places, Place::id, Place::parent));
        Hierarchy declared = new Hierarchy("", parents);
        parents.replaceAll((place, parent) -> declared.pathOf(parent).stream()
                .filter(p -> p.isEmpty() || !placeById.get(p).theatre())
                .findFirst()
                .orElse(""));
        return new Hierarchy("", parents);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        Map<String, T> byId = new HashMap<>();
        things.forEach(t -> byId.put(id.apply(t), t));
        return Map.copyOf(byId);
    }

    private static <T> Map<String, String> parents(List<T> things, Function<T, String> id, Function<T, String> parent) {
        Map<String, String> parents = new HashMap<>();
        things.forEach(t -> parents.put(id.apply(t), parent.apply(t)));
        return parents;
    }
}
