package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;

/** Reads a language pack; refuses what it does not know, naming file, line and field. */
final class PackReader {

    static final String GUIDE = "docs/languages.md";

    private static final String[] FIELDS = {
        "language",
        "name",
        "stopwords",
        "letters",
        "grouping",
        "decimal",
        "dateMarks",
        "fullStop",
        "decade",
        "eraOffset",
        "eraFrom",
        "classifiers",
        "starters",
        "leads",
        "abbreviations",
        "home",
        "proclitics",
        "suffixMark",
        "numberEndings",
        "cardinalEndings",
        "nameEndings",
        "inflection",
        "lexicon"
    };

    private final Fields root;

    private PackReader(String file, byte[] bytes) {
        this.root = YamlFile.read(file, bytes, GUIDE).fields().only(FIELDS);
    }

    /**
     * A whole pack.
     *
     * @param numbers its table of number words: a line for each number, the number, a tab, its spellings between bars;
     *     empty where the lexicon joins them itself
     * @throws DataFileException naming the first mistake
     */
    static LanguagePack read(String file, byte[] bytes, String numbers) {
        return new PackReader(file, bytes).pack(numbers);
    }

    /** What tells the language from others: the part of the file before its lexicon. */
    static Recognition recognition(String file, byte[] bytes) {
        return recognition(new PackReader(file, head(bytes)).root);
    }

    /** What tells languages without a pack: a list of codes, letters and words. */
    static List<Recognition> others(String file, byte[] bytes) {
        return YamlFile.read(file, bytes, GUIDE).items().stream()
                .map(node -> recognition(node.fields().only("language", "letters", "stopwords")))
                .toList();
    }

    private static Recognition recognition(Fields root) {
        String letters = text(root, "letters")
                .chars()
                .filter(c -> Normaliser.fold(Character.toString(c)).charAt(0) == c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Set<String> stopwords = Set.copyOf(split(Normaliser.fold(text(root, "stopwords")), " "));
        return new Recognition(root.required("language", "language: en").text(), letters, stopwords);
    }

    private static byte[] head(byte[] bytes) {
        byte[] mark = {'\n', 'l', 'e', 'x', 'i', 'c', 'o', 'n', ':'};
        for (int i = 0; i + mark.length < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                return Arrays.copyOf(bytes, i);
            }
        }
        return bytes;
    }

    private LanguagePack pack(String numbers) {
        Map<String, Inflection> inflections =
                root.get("inflection").map(InflectionReader::read).orElse(Map.of());
        LexiconReader lexicon = new LexiconReader(inflections);
        lexicon.read(root.required("lexicon", "lexicon: with the words of the language")
                .fields());
        lexicon.numbers(numbers);
        return new LanguagePack(
                root.required("language", "language: en").text(),
                root.name(),
                text(root, "grouping"),
                letter("decimal", '.'),
                text(root, "dateMarks"),
                letter("fullStop", '.'),
                root.get("decade").map(Node::text).orElse("\uFFFF"),
                number("eraOffset", 0),
                number("eraFrom", Integer.MAX_VALUE),
                root.get("classifiers").filter(n -> n.text().equals("true")).isPresent(),
                split(text(root, "starters"), "\\|"),
                split(text(root, "leads"), "\\|"),
                Set.copyOf(split(Normaliser.fold(text(root, "abbreviations")), "\\|")),
                root.get("home").map(Node::text),
                new LanguagePack.Glue(
                        text(root, "proclitics").replace(" ", ""),
                        letter("suffixMark", (char) 0),
                        split(text(root, "numberEndings"), " "),
                        Set.copyOf(split(Normaliser.fold(text(root, "cardinalEndings")), " ")),
                        Set.copyOf(split(Normaliser.fold(text(root, "nameEndings")), " "))),
                inflections,
                lexicon.words(),
                lexicon.examples());
    }

    private char letter(String field, char otherwise) {
        String text = text(root, field);
        return text.isEmpty() ? otherwise : text.charAt(0);
    }

    private int number(String field, int otherwise) {
        return root.get(field)
                .map(node -> {
                    if (!node.text().matches("[0-9]{1,9}")) {
                        throw node.at().problem("'" + node.text() + "' is no number. Write digits only");
                    }
                    return Integer.valueOf(node.text());
                })
                .orElse(otherwise);
    }

    private static String text(Fields fields, String key) {
        return fields.get(key)
                .map(node -> node instanceof Node.Text text ? text.value() : node.text())
                .orElse("");
    }

    static List<String> split(String text, String mark) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(mark)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
