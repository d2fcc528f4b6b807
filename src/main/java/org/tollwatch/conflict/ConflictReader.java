package org.tollwatch.conflict;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tollwatch.conflict.FileDates.Span;
import org.tollwatch.conflict.Node.Fields;
import org.tollwatch.ledger.Episode;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;

/** Reads one conflict file, checking everything that can be checked on the way; the first mistake found is reported. */
final class ConflictReader {

    /** The end of an episode that goes on. */
    static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");

    private final Fields root;
    private final ZoneId zone;
    private final Map<String, Fields> parties;
    private final Map<String, Fields> places;
    private final Set<String> speakers = new TreeSet<>();
    private final NameReader sides = new NameReader();
    private final NameReader people = new NameReader();
    private final NameReader localities = new NameReader();
    private final NameReader times = new NameReader();

    private ConflictReader(Fields root) {
        this.root = root.only("id", "name", "zone", "parties", "actors", "outlets", "persons", "places", "episodes");
        this.zone = zone(root.required("zone", "zone: Asia/Baku"));
        this.parties = Node.entries(Optional.of(root.required("parties", "parties: with an entry for each side")));
        this.places = Node.entries(root.get("places"));
    }

    /** @throws ConflictFileException naming the first mistake */
    static Conflict read(String file, byte[] bytes) {
        return new ConflictReader(YamlFile.read(file, bytes).fields()).conflict();
    }

    private Conflict conflict() {
        Map<String, Fields> actors = Node.entries(root.get("actors"));
        Map<String, Fields> outlets = Node.entries(root.get("outlets"));
        Map<String, Fields> persons = Node.entries(root.get("persons"));
        distinct(parties, actors, outlets, persons);
        speakers.addAll(parties.keySet());
        speakers.addAll(actors.keySet());
        inside(parties, "party");
        inside(places, "place");
        List<Party> partyList = each(parties, this::party);
        List<Actor> speakerList = new ArrayList<>(each(actors, this::actor));
        speakerList.addAll(each(outlets, this::outlet));
        return new Conflict(
                id(root.required("id", "id: nagorno-karabakh")),
                root.required("name", "name: Nagorno-Karabakh conflict").text(),
                zone,
                partyList,
                speakerList,
                each(persons, this::person),
                each(places, this::place),
                episodes());
    }

    private Party party(String id, Fields f) {
        f.only("name", "in", "allies", "opponents", "names", "people", "seats", "organs");
        List<String> allies = others(id, f, "allies");
        List<String> opponents = others(id, f, "opponents");
        allies.stream().filter(opponents::contains).findFirst().ifPresent(both -> {
            throw f.get("opponents")
                    .orElse(f)
                    .at()
                    .problem("'" + both + "' is an ally too. Remove it from one of the two");
        });
        String parent = f.get("in").map(Node::text).orElse(Scope.ALL);
        return new Party(
                id,
                name(f),
                parent,
                allies,
                opponents,
                sides.names(id, f),
                words(id, f, "people"),
                words(id, f, "seats"),
                words(id, f, "organs"));
    }

    private Actor actor(String id, Fields f) {
        f.only("name", "names", "people", "seats", "organs");
        return new Actor(
                id,
                name(f),
                sides.names(id, f),
                words(id, f, "people"),
                words(id, f, "seats"),
                words(id, f, "organs"),
                false);
    }

    private Actor outlet(String id, Fields f) {
        f.only("name", "names");
        return new Actor(id, name(f), sides.names(id, f), Names.NONE, Names.NONE, Names.NONE, true);
    }

    private Person person(String id, Fields f) {
        f.only("name", "names", "roles");
        List<Tenure> tenures = new ArrayList<>();
        for (Node item : f.get("roles").map(Node::items).orElse(List.of())) {
            Fields role = item.fields().only("of", "as", "from", "to");
            String party = role.required("of", "of: armenia").reference(speakers, "party or actor");
            Span span = FileDates.span(role);
            tenures.add(
                    new Tenure(party, role.required("as", "as: Prime Minister").text(), span.from(), span.to()));
        }
        return new Person(id, name(f), people.names(id, f), tenures);
    }

    private Place place(String id, Fields f) {
        f.only("name", "in", "theatre", "at", "names", "held");
        double[] at = f.get("at").map(this::coordinates).orElse(null);
        return new Place(
                id,
                name(f),
                f.get("in").map(Node::text).orElse(""),
                f.get("theatre").map(this::yes).orElse(false),
                at == null ? null : at[0],
                at == null ? null : at[1],
                localities.names(id, f),
                holdings(f.get("held").map(Node::items).orElse(List.of())));
    }

    private List<Holding> holdings(List<Node> items) {
        Map<Span, Node> spans = new LinkedHashMap<>();
        List<Holding> holdings = new ArrayList<>();
        for (Node item : items) {
            Fields f = item instanceof Node.Text text
                    ? new Fields(item.at(), Map.of("by", text))
                    : item.fields().only("by", "from", "to");
            Span span = FileDates.span(f);
            refuseOverlap(spans, span, item, "another holder of the same days");
            holdings.add(new Holding(
                    f.required("by", "by: azerbaijan").reference(parties.keySet(), "party"), span.from(), span.to()));
        }
        return holdings;
    }

    private List<NamedEpisode> episodes() {
        Map<Span, Node> spans = new LinkedHashMap<>();
        return each(Node.entries(root.get("episodes")), (id, f) -> {
            f.only("name", "from", "to", "names");
            f.required("from", "from: 2020-09-27");
            Span span = FileDates.span(f);
            refuseOverlap(spans, span, f, "another episode");
            Instant end = span.to().equals(LocalDate.MAX) ? FAR_FUTURE : start(span.to());
            Episode episode = new Episode(id, name(f), new Period(start(span.from()), end));
            return new NamedEpisode(episode, times.names(id, f));
        });
    }

    private static void refuseOverlap(Map<Span, Node> earlier, Span span, Node node, String what) {
        earlier.forEach((other, where) -> {
            if (span.overlaps(other)) {
                throw node.at()
                        .problem("overlaps " + what + " (line " + where.at().line()
                                + "). Change 'from' or 'to'; both days are included");
            }
        });
        earlier.put(span, node);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Names words(String id, Fields f, String key) {
        return f.get(key).map(n -> sides.names(id, n)).orElse(Names.NONE);
    }

    private List<String> others(String id, Fields f, String key) {
        List<String> others = new ArrayList<>();
        for (Node item : f.get(key).map(Node::items).orElse(List.of())) {
            others.add(item.reference(parties.keySet(), "party"));
            if (item.text().equals(id)) {
                throw item.at().problem("'" + id + "' cannot stand in its own list. Remove it");
            }
        }
        return others;
    }

    private double[] coordinates(Node node) {
        List<Node> items = node.items();
        if (items.size() != 2) {
            throw node.at().problem("must be [latitude, longitude] in degrees, such as [39.82, 46.75]");
        }
        return new double[] {degrees(items.get(0), 90), degrees(items.get(1), 180)};
    }

    private static double degrees(Node node, int limit) {
        try {
            double degrees = Double.parseDouble(node.text());
            if (Math.abs(degrees) <= limit) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of bounds is
        }
        throw node.at()
                .problem("'" + node.text() + "' is not between -" + limit + " and " + limit + " degrees. Write "
                        + "[latitude, longitude]");
    }

    private boolean yes(Node node) {
        return switch (node.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw node.at().problem("must be true or false, not '" + node.text() + "'");
        };
    }

    private static String name(Fields f) {
        return f.required("name", "name: as a reader would call it").text();
    }

    private static String id(Node node) {
        return checkedId(node.text(), node);
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
    @SafeVarargs
    private static void distinct(Map<String, Fields>... sections) {
        Map<String, Fields> seen = new HashMap<>();
        for (Map<String, Fields> section : sections) {
            section.forEach((id, f) -> {
                Fields earlier = seen.put(id, f);
                if (earlier != null) {
                    throw f.at().problem("the id '" + id + "' is taken on line "
                            + earlier.at().line() + " already. Choose another");
                }
            });
        }
    }

    private static void inside(Map<String, Fields> entries, String what) {
        entries.forEach((id, f) -> {
            Set<String> path = new TreeSet<>(Set.of(id));
            Optional<Node> in = f.get("in");
            while (in.isPresent()) {
                String parent = in.get().reference(entries.keySet(), what);
                if (!path.add(parent)) {
                    throw in.get().at().problem("'" + parent + "' lies inside itself. Correct 'in'");
                }
                in = entries.get(parent).get("in");
            }
        });
    }

    private interface EntryReader<T> {
        T read(String id, Fields fields);
    }

    private static <T> List<T> each(Map<String, Fields> entries, EntryReader<T> reader) {
        List<T> list = new ArrayList<>();
        entries.forEach((id, f) -> list.add(reader.read(checkedId(id, f), f)));
        return list;
    }
}
