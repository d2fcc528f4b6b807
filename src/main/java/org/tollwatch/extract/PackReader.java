package org.tollwatch.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/** Reads a language pack; refuses what it does not know, naming the entry. */
final class PackReader {

    private static final Set<String> TRAITS = Set.of(
            "value", "vague", "bound", "days", "status", "item", "kind", "many", "one", "person", "gear", "ammo",
            "object", "side", "form", "bare", "head", "loser", "foe", "scope", "month", "weekday", "offset", "who",
            "actor", "weak", "strong", "agent", "toll", "calm", "repel", "place", "forward");
    private static final Set<String> MEASURES = Set.of("person", "gear", "ammo", "object", "head");
    private static final Set<String> NOT_TRAITS = Set.of("words", "one", "ex", "no");

    private final String file;
    private final Trie words = new Trie();
    private final List<LanguagePack.Example> examples = new ArrayList<>();

    private PackReader(String file) {
        this.file = file;
    }

    static LanguagePack read(String file, InputStream in) throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        return new PackReader(file)
                .pack(yaml.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).readTree(in));
    }

    private LanguagePack pack(JsonNode root) {
        root.get("lexicon").properties().forEach(section -> section(section.getKey(), section.getValue()));
        return new LanguagePack(
                root.path("language").asText(),
                root.path("name").asText(),
                root.path("letters").asText(),
                Set.copyOf(split(root.path("stopwords").asText(), " ")),
                root.path("grouping").asText(),
                root.path("decimal").asText(".").charAt(0),
                root.path("dateMarks").asText(),
                root.path("decade").asText("\uFFFF"),
                root.path("eraOffset").asInt(),
                root.path("eraFrom").asInt(Integer.MAX_VALUE),
                root.path("classifiers").asBoolean(),
                split(root.path("starters").asText(), "\\|"),
                split(root.path("leads").asText(), "\\|"),
                Set.copyOf(split(root.path("abbreviations").asText(), "\\|")),
                words,
                List.copyOf(examples));
    }

    private void section(String name, JsonNode entries) {
        Tag tag;
        try {
            tag = Tag.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "there is no section of this name");
        }
        int line = 0;
        for (JsonNode entry : entries) {
            line++;
            entry(tag, name + " entry " + line, entry);
        }
    }

    private void entry(Tag tag, String where, JsonNode entry) {
        if (entry.isTextual()) {
            put(tag, entry.asText(), Map.of());
            return;
        }
        Map<String, String> traits = new HashMap<>();
        entry.properties().forEach(field -> {
            if (!NOT_TRAITS.contains(field.getKey())) {
                traits.put(
                        field.getKey(),
                        checked(where, field.getKey(), field.getValue().asText()));
            }
        });
        if (entry.path("words").asText().isEmpty() && entry.path("one").asText().isEmpty()) {
            throw wrong(where, "it has no words");
        }
        if (entry.has("one")) {
            put(tag, entry.path("one").asText(), with(traits, "one"));
            traits.put("many", "true");
        }
        put(tag, entry.path("words").asText(), traits);
        entry.path("ex").forEach(example -> example(where, example.asText()));
        entry.path("no").forEach(example -> examples.add(new LanguagePack.Example(where, example.asText(), List.of())));
    }

    private void example(String where, String example) {
        int bar = example.indexOf('|');
        if (bar < 0) {
            throw wrong(where, "the example '" + example + "' needs '| MEASURE low'");
        }
        examples.add(new LanguagePack.Example(
                where, example.substring(0, bar).strip(), split(example.substring(bar + 1), ",")));
    }

    private void put(Tag tag, String alternatives, Map<String, String> traits) {
        Map<String, String> fixed = Map.copyOf(traits);
        for (String word : split(alternatives, "\\|")) {
            words.put(word, new Lexeme(tag, word, fixed));
        }
    }

    private static Map<String, String> with(Map<String, String> traits, String trait) {
        Map<String, String> more = new HashMap<>(traits);
        more.put(trait, "true");
        return more;
    }

    private String checked(String where, String trait, String value) {
        if (!TRAITS.contains(trait)) {
            throw wrong(where, "'" + trait + "' is none of " + new TreeSet<>(TRAITS));
        }
        try {
            if (MEASURES.contains(trait)) {
                Measure.valueOf(value);
            } else if (trait.equals("vague") || trait.equals("bare")) {
                VagueWord.valueOf(value);
            } else if (trait.equals("status")) {
                Status.valueOf(value);
            } else if (trait.equals("value")) {
                Long.parseLong(value);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(where, "'" + value + "' is no " + trait);
        }
        return value;
    }

    private static List<String> split(String text, String mark) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(mark)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException(file + ": " + where + ": " + what);
    }
}
