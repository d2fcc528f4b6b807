package org.tollwatch.conflict;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tollwatch.conflict.FileDates.Span;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.Suggestion;
import org.tollwatch.data.YamlFile;
import org.tollwatch.ledger.Episode;
import org.tollwatch.ledger.Period;

/** Reads one conflict file, checking on the way all that can be checked; the first mistake met is reported. */
final class ConflictReader {

    /** The end of an episode that goes on. */
    static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");

    private final Fields root;
    private final ZoneId zone;

    private ConflictReader(Fields root) {
        this.root = root.only("id", "name", "zone", "parties", "actors", "outlets", "persons", "places", "episodes");
        this.zone = zone(root.required("zone", "zone: Asia/Baku"));
    }

    /** @throws DataFileException naming the first mistake */
    static Conflict read(String file, byte[] bytes) {
        return new ConflictReader(
                        YamlFile.read(file, bytes, "docs/conflicts.md").fields())
                .conflict();
    }

    private Conflict conflict() {
        Node id = root.required("id", "id: nagorno-karabakh");
        root.required("parties", "parties: with an entry for each side");
        Map<String, Fields> parties = root.entries("parties");
        Map<String, Fields> actors = root.entries("actors");
        Map<String, Fields> outlets = root.entries("outlets");
        Map<String, Fields> persons = root.entries("persons");
        Map<String, Fields> places = root.entries("places");
        distinct(List.of(parties, actors, outlets, persons));
        inside(parties, "party");
        inside(places, "place");
        SpeakerReader speakers = new SpeakerReader(parties.keySet(), actors.keySet());
        List<Party> sides = each(parties, speakers::party);
        List<Actor> others = new ArrayList<>(each(actors, speakers::actor));
        others.addAll(each(outlets, speakers::outlet));
        return new Conflict(
                checkedId(id.text(), id),
                root.name(),
                zone,
                sides,
                others,
                each(persons, speakers::person),
                each(places, new PlaceReader(parties.keySet())::place),
                episodes());
    }

    private List<NamedEpisode> episodes() {
        NameReader names = new NameReader();
        FileDates dates = new FileDates("episode");
        return each(root.entries("episodes"), (id, f) -> {
            f.only("name", "from", "to", "names").required("from", "from: 2020-09-27");
            Span span = dates.next(f);
            Instant end = span.to().equals(LocalDate.MAX) ? FAR_FUTURE : start(span.to());
            Episode episode = new Episode(id, f.name(), new Period(start(span.from()), end));
            return new NamedEpisode(episode, names.own(id, f));
        });
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static <T> List<T> each(Map<String, Fields> entries, BiFunction<String, Fields, T> reader) {
        List<T> list = new ArrayList<>();
        entries.forEach((id, f) -> list.add(reader.apply(checkedId(id, f), f)));
        return list;
    }

    private static String checkedId(String id, Node node) {
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw node.at().problem("'" + id + "' is no id. Use lower-case letters a-z, digits and hyphens");
        }
        return id;
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.at()
                    .problem("'" + node.text() + "' is no time zone. "
                            + Suggestion.of(
                                    node.text(),
                                    ZoneId.getAvailableZoneIds(),
                                    "Write one such as Asia/Baku or +04:00"));
        }
    }

    /** Whoever can be an account of the ledger needs an id that is nobody else's. */
    private static void distinct(List<Map<String, Fields>> sections) {
        Map<String, Fields> seen = new HashMap<>();
        sections.forEach(section -> section.forEach((id, f) -> {
            Fields earlier = seen.put(id, f);
            if (earlier != null) {
                int line = earlier.at().line();
                throw f.at().problem("the id '" + id + "' is taken on line " + line + " already. Choose another");
            }
        }));
    }

    private static void inside(Map<String, Fields> entries, String what) {
        entries.forEach((id, f) -> {
            Set<String> path = new TreeSet<>(Set.of(id));
            Optional<Node> in = f.get("in");
            while (in.isPresent()) {
                String parent = in.get().reference(entries.keySet(), what);
                if (!path.add(parent)) {
                    throw in.get().at().problem("'" + parent + "' would lie inside itself. Correct 'in'");
                }
                in = entries.get(parent).get("in");
            }
        });
    }
}
