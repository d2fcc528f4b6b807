package org.tollwatch.conflict;

import java.util.HashMap;
import java.util.Map;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node.At;

/** Whose each alias is: a word that two share would be counted for either by chance. */
final class AliasBook {

    private record Entry(String owner, int line) {}

    private final Map<String, Map<String, Entry>> byName = new HashMap<>();

    /** @throws DataFileException if the alias is another's in the same language, or in every language */
    void enter(String owner, String language, String alias, At at) {
        Map<String, Entry> taken = byName.computeIfAbsent(Names.fold(alias), a -> new HashMap<>());
        taken.forEach((other, entry) -> {
            boolean sameLanguage = other.equals(language) || other.equals(Names.ALL) || language.equals(Names.ALL);
            if (sameLanguage && !entry.owner().equals(owner)) {
                throw at.problem("'" + alias + "' is also an alias of '" + entry.owner() + "' (line " + entry.line()
                        + "). Keep it where it belongs, and make the other longer");
            }
        });
        taken.putIfAbsent(language, new Entry(owner, at.line()));
    }
}
