package org.tollwatch.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.conflict.Names;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Episode;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;

/**
 * A conflict for each dyad of UCDP GED files: its two sides, the divisions its events lie in, and as its episode the time
 * from the first event to the last. Days are those of UTC, as the data states no zone.
 */
public final class GedConflicts {

    private final Map<String, Dyad> dyads = new LinkedHashMap<>();

    private GedConflicts() {}

    /** Reads the files once; rows that are wrong are left to {@link GedReader}, which tells them. */
    public static List<Conflict> in(List<Path> files) {
        GedConflicts found = new GedConflicts();
        CsvLines<GedEvent> rows =
                new CsvLines<>(GedEvent::check, row -> GedEvent.isTags(row) ? List.of() : List.of(GedEvent.of(row)));
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                rows.read(file, input -> {
                    if (input instanceof Input.Taken<GedEvent> taken) {
                        found.add(taken.value());
                    }
                });
            }
        }
        return found.dyads.values().stream().map(Dyad::conflict).toList();
    }

    private void add(GedEvent event) {
        dyads.computeIfAbsent(event.conflict(), id -> new Dyad(id, event)).add(event);
    }

    private static final class Dyad {

        private final String id;
        private final String name;
        private final Map<String, String> parties = new LinkedHashMap<>();
        private final Map<String, Set<String>> opponents = new LinkedHashMap<>();
        private final Map<String, String> places = new LinkedHashMap<>();
        private LocalDate from;
        private LocalDate to;

        Dyad(String id, GedEvent first) {
            this.id = id;
            name = first.dyad();
            from = first.from();
            to = first.to();
        }

        void add(GedEvent event) {
            parties.putIfAbsent(event.partyA(), event.sideA());
            parties.putIfAbsent(event.partyB(), event.sideB());
            opponents
                    .computeIfAbsent(event.partyA(), a -> new LinkedHashSet<>())
                    .add(event.partyB());
            if (event.place() != null) {
                places.putIfAbsent(
                        Slug.of(event.place().getName()), event.place().getName());
            }
            from = event.from().isBefore(from) ? event.from() : from;
            to = event.to().isAfter(to) ? event.to() : to;
        }

        Conflict conflict() {
            Period all = new Period(
                    from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    to.atStartOfDay(ZoneOffset.UTC).toInstant());
            List<NamedEpisode> episodes = List.of(new NamedEpisode(new Episode("all", name, all), Names.NONE));
            return new Conflict(id, name, ZoneOffset.UTC, sides(), List.of(), List.of(), divisions(), episodes);
        }

        private List<Party> sides() {
            List<Party> sides = new ArrayList<>();
            parties.forEach((party, called) -> sides.add(new Party(
                    party,
                    called,
                    Scope.ALL,
                    List.of(),
                    List.copyOf(opponents.getOrDefault(party, Set.of())),
                    Names.NONE,
                    Names.NONE,
                    Names.NONE,
                    Names.NONE)));
            return sides;
        }

        private List<Place> divisions() {
            List<Place> divisions = new ArrayList<>();
            places.forEach((place, called) -> divisions.add(new Place(
                    place, called, "", false, null, null, new Names(Map.of(Names.ALL, List.of(called))), List.of())));
            return divisions;
        }
    }
}
