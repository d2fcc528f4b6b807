package org.tollwatch.conflict;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;

/**
 * Makes the conflict file {@code world} from ICU's names of states and cities, and from what is written by hand beside it: what
 * a people is called, armed groups, organisations, and which names are words of a language and must not be looked for.
 */
final class WorldFile {

    static final Path FILE = Path.of("src/main/resources/conflicts/world.yaml");
    private static final Path BY_HAND = Path.of("src/test/resources/world/by-hand.yaml");
    private static final List<String> LANGUAGES =
            List.of("en", "th", "vi", "ru", "uk", "tr", "az", "hy", "ar", "fr", "es");

    /** How a people is called after its state, where that is always so. */
    private static final Map<String, String> PEOPLE_OF = Map.of("th", "ชาว", "vi", "người ");

    private static final List<String> WORDS = List.of("names", "people", "seats", "organs");

    private final Fields byHand;
    private final Map<String, Thing> parties = new LinkedHashMap<>();
    private final Map<String, Thing> places = new LinkedHashMap<>();

    /** An entry of the file: its name, its other single values, its lists by language. */
    private static final class Thing {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Map<String, Set<String>>> words = new LinkedHashMap<>();

        Thing(String name) {
            values.put("name", name);
        }

        void add(String field, String language, String word) {
            words.computeIfAbsent(field, f -> new TreeMap<>())
                    .computeIfAbsent(language, l -> new LinkedHashSet<>())
                    .add(Normalizer.normalize(word, Normalizer.Form.NFC));
        }
    }

    private WorldFile(Fields byHand) {
        this.byHand = byHand;
    }

    /** Writes the file anew: {@code mvn test-compile exec:java} with this class, after an update of ICU or of what is by hand. */
    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, made(), StandardCharsets.UTF_8);
    }

    /** What the file must hold. */
    static String made() throws IOException {
        byte[] bytes = Files.readAllBytes(BY_HAND);
        return new WorldFile(
                        YamlFile.read(BY_HAND.toString(), bytes, "WorldFile").fields())
                .make();
    }

    private String make() {
        states();
        cities();
        byHand.entries("parties").forEach((id, f) -> written(parties.computeIfAbsent(id, i -> thing(f)), f));
        byHand.entries("places").forEach((id, f) -> written(places.computeIfAbsent(id, i -> thing(f)), f));
        Map<String, Thing> actors = new LinkedHashMap<>();
        byHand.entries("actors").forEach((id, f) -> written(actors.computeIfAbsent(id, i -> thing(f)), f));
        Map<String, Thing> outlets = new LinkedHashMap<>();
        byHand.entries("outlets").forEach((id, f) -> written(outlets.computeIfAbsent(id, i -> thing(f)), f));
        asPlaces();
        StringBuilder out =
                new StringBuilder("# Every state, so that a report of a conflict nobody has described still names"
                        + " parties. Made by WorldFile of the tests:\n# change src/test/resources/world/by-hand.yaml, and make it"
                        + " anew.\nid: world\nname: Any other conflict\nzone: UTC\n");
        section(out, "parties", parties);
        section(out, "actors", actors);
        section(out, "outlets", outlets);
        section(out, "places", places);
        return out.toString();
    }

    private static Thing thing(Fields f) {
        return new Thing(f.name());
    }

    private void states() {
        Map<String, String> inside = new TreeMap<>();
        byHand.get("inside")
                .orElseThrow()
                .fields()
                .byKey()
                .forEach((state, parts) -> parts.items().forEach(p -> inside.put(p.text(), state)));
        Map<String, String> codes = new TreeMap<>();
        for (String code : ULocale.getISOCountries()) {
            Optional.of(new ULocale("", code).getISO3Country())
                    .filter(c -> !c.isEmpty() && !code.matches("AC|CP|CQ|DG|EA|IC|TA|XK"))
                    .ifPresent(c -> codes.put(c.toLowerCase(Locale.ROOT), code));
        }
        codes.put("xkx", "XK");
        codes.forEach((id, code) -> {
            Thing state = new Thing(region("en", code, DisplayContext.LENGTH_FULL));
            for (String language : LANGUAGES) {
                for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
                    String name = region(language, code, length);
                    if (usable(language, name)) {
                        state.add("names", language, name);
                        if (language.equals("en") && name.contains("&")) {
                            state.add("names", language, name.replace("&", "and"));
                        }
                        Optional.ofNullable(PEOPLE_OF.get(language))
                                .ifPresent(p -> state.add("people", language, p + name));
                    }
                }
            }
            Optional.ofNullable(inside.get(id)).ifPresent(owner -> state.values.put("in", owner));
            parties.put(id, state);
        });
    }

    private static String region(String language, String code, DisplayContext length) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language), length)
                .regionDisplayName(code)
                .replace('’', '\'');
    }

    /** Not a name with a remark ("Myanmar (Burma)", "Congo - Kinshasa"), nor one that is a word of the language. */
    private boolean usable(String language, String name) {
        List<String> everyday = byHand.get("everyday").orElseThrow().fields().list(language).stream()
                .map(Node::text)
                .toList();
        return !name.matches(".*(\\(| - |\\.-).*") && !everyday.contains(name);
    }

    /** Cities that ICU knows by their time zones; a capital also stands for its state. */
    private void cities() {
        Set<String> capitals = new LinkedHashSet<>();
        byHand.list("capitals").forEach(c -> capitals.add(c.text()));
        Set<String> cities = new LinkedHashSet<>(capitals);
        byHand.list("cities").forEach(c -> cities.add(c.text()));
        Map<String, String> zones = new TreeMap<>();
        for (String zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            zones.put(city("en", zone), zone);
        }
        for (String name : cities) {
            String zone = Optional.ofNullable(zones.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("ICU has no city " + name));
            String state =
                    new ULocale("", TimeZone.getRegion(zone)).getISO3Country().toLowerCase(Locale.ROOT);
            Thing place = new Thing(name);
            place.values.put("in", state);
            for (String language : LANGUAGES) {
                String local = city(language, zone);
                if (usable(language, local)) {
                    place.add("names", language, local);
                    if (capitals.contains(name)) {
                        parties.get(state).add("seats", language, local);
                    }
                }
            }
            places.put(slug(name), place);
        }
    }

    private static String city(String language, String zone) {
        return TimeZoneNames.getInstance(ULocale.forLanguageTag(language))
                .getExemplarLocationName(zone)
                .replace('’', '\'');
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    private static void written(Thing thing, Fields f) {
        f.byKey().forEach((key, node) -> {
            if (!WORDS.contains(key)) {
                thing.values.put(key, node.text());
            } else if (node instanceof Fields byLanguage) {
                byLanguage
                        .byKey()
                        .forEach((language, list) ->
                                list.items().forEach(word -> thing.add(key, language, word.text())));
            } else {
                node.items().forEach(word -> thing.add(key, Names.ALL, word.text()));
            }
        });
    }

    /** What happens in a state happens to it: each is a place, too, and wider than any town. */
    private void asPlaces() {
        Map<String, Thing> towns = new LinkedHashMap<>(places);
        places.clear();
        parties.forEach((id, state) -> {
            if (id.length() == 3 && !byHand.entries("parties").containsKey(id) || isState(id)) {
                Thing place = new Thing(state.values.get("name"));
                place.values.put("theatre", "true");
                place.values.put("held", id);
                state.words
                        .getOrDefault("names", Map.of())
                        .forEach((language, names) -> names.forEach(n -> place.add("names", language, n)));
                places.put(id, place);
            }
        });
        places.putAll(towns);
    }

    private static boolean isState(String id) {
        return id.equals("xkx")
                || Arrays.stream(ULocale.getISOCountries())
                        .anyMatch(c -> new ULocale("", c).getISO3Country().equalsIgnoreCase(id));
    }

    private static void section(StringBuilder out, String title, Map<String, Thing> things) {
        out.append('\n').append(title).append(":\n");
        things.forEach((id, thing) -> {
            Set<String> common = new TreeSet<>(Set.of(thing.values.get("name")));
            out.append("  ").append(id).append(":\n");
            thing.values.forEach((key, value) -> out.append("    ").append(key + ": " + scalar(value) + "\n"));
            for (String field : WORDS) {
                words(out, field, thing.words.getOrDefault(field, Map.of()), field.equals("names") ? common : Set.of());
            }
        });
    }

    private static void words(StringBuilder out, String field, Map<String, Set<String>> words, Set<String> known) {
        Set<String> all = words.getOrDefault(Names.ALL, Set.of());
        StringBuilder lists = new StringBuilder();
        words.forEach((language, list) -> {
            List<String> left = list.stream()
                    .filter(w -> !known.contains(w) && (language.equals(Names.ALL) || !all.contains(w)))
                    .map(WorldFile::scalar)
                    .toList();
            if (!left.isEmpty()) {
                lists.append("      ")
                        .append(language)
                        .append(": [")
                        .append(String.join(", ", left))
                        .append("]\n");
            }
        });
        if (!lists.isEmpty()) {
            out.append("    ").append(field).append(":\n").append(lists);
        }
    }

    private static String scalar(String text) {
        boolean plain = text.matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’ ./&-]*")
                && !text.matches("(?i)no|yes|on|off|true|null");
        return plain || text.equals("true")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
