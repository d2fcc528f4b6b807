package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.Suggestion;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/** Reads the lexicon of a language pack: sections by tag, entries with their words, traits and examples. */
final class LexiconReader {

    private static final Set<String> TRAITS = new TreeSet<>(Set.of(
            "value", "vague", "bound", "days", "status", "item", "kind", "many", "one", "person", "gear", "ammo",
            "object", "side", "form", "bare", "head", "loser", "foe", "scope", "month", "weekday", "offset", "who",
            "actor", "weak", "strong", "agent", "toll", "calm", "repel", "place", "forward", "post", "final", "subject",
            "number"));
    private static final Set<String> NOT_TRAITS =
            Set.of("words", "one", "single", "two", "ex", "no", "inflect", "inflectOne", "inflectTwo");
    private static final Set<String> MEASURES = Set.of("person", "gear", "ammo", "object", "head");

    private final Map<String, Inflection> inflections;
    private final Trie words = new Trie();
    private final List<LanguagePack.Example> examples = new ArrayList<>();

    LexiconReader(Map<String, Inflection> inflections) {
        this.inflections = inflections;
    }

    Trie words() {
        return words;
    }

    List<LanguagePack.Example> examples() {
        return List.copyOf(examples);
    }

    void read(Fields lexicon) {
        lexicon.byKey().forEach((name, entries) -> {
            List<String> tags = List.of(Tag.values()).stream().map(Tag::name).toList();
            if (!tags.contains(name)) {
                throw entries.at()
                        .problem("there is no section '" + name + "'. "
                                + Suggestion.of(name, tags, "Known: " + String.join(", ", tags)));
            }
            boolean none =
                    entries instanceof Node.Listing list && list.elements().isEmpty();
            for (Node entry : none ? List.<Node>of() : entries.items()) {
                entry(Tag.valueOf(name), entry);
            }
        });
    }

    /** @param table a line for each number: the number, a tab, its spellings between bars */
    void numbers(String table) {
        for (String line : table.split("\n")) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                Lexeme number = new Lexeme(Tag.CARDINAL, "", Map.of("value", line.substring(0, tab)));
                for (String word : line.substring(tab + 1).split("\\|")) {
                    words.put(word, number);
                }
            }
        }
    }

    private void entry(Tag tag, Node node) {
        if (node instanceof Node.Text text) {
            put(tag, text.text(), Inflection.NONE, Map.of());
            return;
        }
        Fields entry = node.fields();
        Map<String, String> traits = new HashMap<>();
        entry.byKey().forEach((trait, value) -> {
            if (!NOT_TRAITS.contains(trait)) {
                traits.put(trait, checked(trait, value));
            }
        });
        numbered(tag, entry, traits);
        if (entry.get("words").isEmpty() && entry.get("one").isEmpty()) {
            throw entry.at().problem("has no words. Add them, such as words: soldiers | troops");
        }
        entry.get("one").ifPresent(one -> {
            Map<String, String> single = new HashMap<>(traits);
            single.put("one", "true");
            put(
                    tag,
                    one.text(),
                    inflection(entry, entry.get("inflectOne").isPresent() ? "inflectOne" : "inflect"),
                    single);
            traits.put("many", "true");
        });
        entry.get("words").ifPresent(many -> put(tag, many.text(), inflection(entry, "inflect"), traits));
        entry.list("ex").forEach(this::example);
        entry.list("no").forEach(no -> examples.add(new LanguagePack.Example(where(no), no.text(), List.of())));
    }

    /** Forms of a noun that say by themselves how many there are: "jundiyan", two soldiers. */
    private void numbered(Tag tag, Fields entry, Map<String, String> traits) {
        entry.get("single").ifPresent(words -> {
            Map<String, String> single = new HashMap<>(traits);
            single.putAll(Map.of("one", "true", "value", "1"));
            put(tag, words.text(), Inflection.NONE, single);
        });
        entry.get("two").ifPresent(words -> {
            Map<String, String> two = new HashMap<>(traits);
            two.put("value", "2");
            put(tag, words.text(), inflection(entry, "inflectTwo"), two);
        });
    }

    private Inflection inflection(Fields entry, String field) {
        return entry.get(field)
                .map(node -> inflections.get(node.reference(inflections.keySet(), "inflection")))
                .orElse(Inflection.NONE);
    }

    private void example(Node node) {
        int bar = node.text().indexOf('|');
        if (bar < 0) {
            throw node.at()
                    .problem("the example says not what is read from it. Add it at its end, such as | KILLED 14");
        }
        examples.add(new LanguagePack.Example(
                where(node),
                node.text().substring(0, bar).strip(),
                PackReader.split(node.text().substring(bar + 1), ",")));
    }

    private static String where(Node node) {
        return node.at().file() + ":" + node.at().line();
    }

    private void put(Tag tag, String alternatives, Inflection inflection, Map<String, String> traits) {
        Map<String, String> fixed = Map.copyOf(traits);
        for (String word : PackReader.split(alternatives, "\\|")) {
            Lexeme lexeme = new Lexeme(tag, word, fixed);
            inflection.forms(word).forEach(form -> words.put(form, lexeme));
        }
    }

    private static String checked(String trait, Node value) {
        if (!TRAITS.contains(trait)) {
            throw value.at()
                    .problem("unknown field '" + trait + "'. "
                            + Suggestion.of(trait, TRAITS, "Known: " + String.join(", ", TRAITS)));
        }
        try {
            if (MEASURES.contains(trait)) {
                Measure.valueOf(value.text());
            } else if (trait.equals("vague") || trait.equals("bare")) {
                VagueWord.valueOf(value.text());
            } else if (trait.equals("status")) {
                Status.valueOf(value.text());
            } else if (trait.equals("value")) {
                Long.parseLong(value.text());
            }
        } catch (IllegalArgumentException e) {
            throw value.at().problem("'" + value.text() + "' is no " + trait + ". See " + PackReader.GUIDE);
        }
        return value.text();
    }
}
