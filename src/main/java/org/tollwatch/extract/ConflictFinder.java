package org.tollwatch.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;

/** Tells which conflict a text is about: the one whose parties, places and persons it names most. */
final class ConflictFinder {

    private final List<Conflict> conflicts;
    private final Map<String, Trie> tries = new ConcurrentHashMap<>();

    ConflictFinder(Conflicts conflicts) {
        this.conflicts = conflicts.all();
    }

    Trie names(Conflict conflict, LanguagePack pack) {
        return tries.computeIfAbsent(conflict.id() + " " + pack.code(), key -> NameIndex.of(conflict, pack));
    }

    Optional<Conflict> find(LanguagePack pack, NormalText title, NormalText text) {
        Conflict best = null;
        int most = 0;
        for (Conflict conflict : conflicts) {
            Trie names = names(conflict, pack);
            int mentions = mentions(names, title) * 2 + mentions(names, text);
            if (mentions > most) {
                best = conflict;
                most = mentions;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Third states and outlets are in every conflict's news: they tell nothing. */
    private static int mentions(Trie names, NormalText text) {
        int mentions = 0;
        int length = text.text().length();
        for (int i = 0; i < length; ) {
            Trie.Match match = names.longest(text, i, length);
            boolean own = match.senses().stream().anyMatch(ConflictFinder::own);
            mentions += own ? 1 : 0;
            i = Math.max(match.end(), i + 1);
        }
        return mentions;
    }

    private static boolean own(Sense sense) {
        return sense instanceof Name name
                && (name.kind() == Name.Kind.PARTY
                        || name.kind() == Name.Kind.PLACE
                        || name.kind() == Name.Kind.PERSON);
    }
}
