package org.tollwatch.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Policy.Quote;
import org.tollwatch.ledger.WordProfile;

/** Reads one policy file; the first mistake met is reported. */
final class PolicyReader {

    static final String GUIDE = "docs/policies.md";

    private static final List<String> RULES =
            Stream.of(Quote.values()).map(PolicyReader::label).toList();

    private final Map<String, WordProfile> profiles;

    /** @param profiles by name, for policies to choose from */
    PolicyReader(Map<String, WordProfile> profiles) {
        this.profiles = profiles;
    }

    Policy read(String file, byte[] bytes) {
        return read(file, bytes, List.of());
    }

    /**
     * @param taken names of other policies
     * @throws DataFileException naming the first mistake
     */
    Policy read(String file, byte[] bytes, Collection<String> taken) {
        Fields root = YamlFile.read(file, bytes, GUIDE).fields().only("name", "words", "best");
        Node named = root.required("name", "name: house-rules");
        String name = checked(named);
        if (taken.contains(name)) {
            throw named.at().problem("there is a policy '" + name + "' already. Choose another name");
        }
        Node words = root.required("words", "words: interval");
        String best = root.required("best", "best: latest").reference(RULES, "rule for the best figure");
        return new Policy(name, words(name, words), Quote.valueOf(best.toUpperCase(Locale.ROOT)));
    }

    /** A known profile's name, or the words themselves. */
    private WordProfile words(String policy, Node node) {
        return node instanceof Fields own
                ? new WordsReader(profiles).profile(policy, own)
                : profiles.get(node.reference(profiles.keySet(), "word profile"));
    }

    static String checked(Node node) {
        String name = node.text();
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw node.at().problem("'" + name + "' is no name. Use lower-case letters a-z, digits and hyphens");
        }
        return name;
    }

    private static String label(Quote quote) {
        return quote.name().toLowerCase(Locale.ROOT);
    }
}
