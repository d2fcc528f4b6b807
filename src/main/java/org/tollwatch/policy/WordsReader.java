package org.tollwatch.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;

/** Reads word profiles: how many each vague word means. */
final class WordsReader {

    private static final String LIKE = "like";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,11}");

    private final Map<String, WordProfile> known;

    /** @param known by name, for a profile to begin with */
    WordsReader(Map<String, WordProfile> known) {
        this.known = known;
    }

    /**
     * A file of its own.
     *
     * @throws DataFileException naming the first mistake
     */
    static WordProfile read(String file, byte[] bytes) {
        Fields root = YamlFile.read(file, bytes, PolicyReader.GUIDE).fields().only("name", "words");
        String name = PolicyReader.checked(root.required("name", "name: house-words"));
        Fields words =
                root.required("words", "words: with a line for each word").fields();
        return new WordsReader(Map.of()).profile(name, words);
    }

    /** @param words every word, or those that differ from the profile that {@code like} names */
    WordProfile profile(String name, Fields words) {
        words.only(fields());
        Optional<WordProfile> like =
                words.get(LIKE).map(node -> known.get(node.reference(known.keySet(), "word profile")));
        Map<VagueWord, Count> counts = new EnumMap<>(VagueWord.class);
        for (VagueWord word : VagueWord.values()) {
            Count count = words.get(label(word))
                    .map(WordsReader::count)
                    .or(() -> like.map(profile -> profile.count(word)))
                    .orElseThrow(() -> missing(words, word));
            counts.put(word, count);
        }
        return new WordProfile(name, counts);
    }

    private static DataFileException missing(Fields words, VagueWord word) {
        String example = label(word) + ": " + example(WordProfile.interval().count(word));
        return words.at()
                .problem("'" + label(word) + "' is missing. Add it, such as " + example
                        + "; or take all that is not said from another profile with '" + LIKE + ": interval'");
    }

    private static String example(Count count) {
        return "{low: " + count.low() + (count.high() == Count.OPEN ? "}" : ", high: " + count.high() + "}");
    }

    private static String[] fields() {
        List<String> fields = new ArrayList<>(List.of(LIKE));
        for (VagueWord word : VagueWord.values()) {
            fields.add(label(word));
        }
        return fields.toArray(String[]::new);
    }

    static String label(VagueWord word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One number, or a range whose high may be open and whose best is its low unless it is said. */
    private static Count count(Node node) {
        if (!(node instanceof Fields range)) {
            return Count.exactly(number(node));
        }
        range.only("low", "best", "high");
        long low = number(range.required("low", "low: 24"));
        Optional<Node> said = range.get("high");
        long high = said.map(WordsReader::number).orElse(Count.OPEN);
        if (low > high) {
            throw said.get().at().problem(high + " is less than low, " + low + ". Correct one of them");
        }
        Optional<Node> quoted = range.get("best");
        long best = quoted.map(WordsReader::number).orElse(low);
        if (best < low || best > high) {
            throw quoted.get().at().problem(best + " does not lie between low and high. Correct it, or remove it");
        }
        return new Count(low, best, high);
    }

    private static long number(Node node) {
        String text = node.text();
        long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (number < 0 || number > Count.LARGEST) {
            throw node.at()
                    .problem("'" + text + "' is no count. Write a whole number from 0 to " + Count.LARGEST
                            + ", in digits only");
        }
        return number;
    }
}
