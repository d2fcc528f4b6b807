package org.tollwatch.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;

/**
 * Tells which conflict a text is about. A party's name alone tells little, as every state is in the news for other things: a
 * conflict is a text's own when the text names two sides of it or its ground, or, while its fighting goes on, one side in
 * words of fighting. Of several the one named most; of none, the general one. docs/decisions/050-which-conflict.md.
 */
final class ConflictFinder {

    private final List<Conflict> specific;
    private final Optional<Conflict> general;
    private final Map<String, Trie> tries = new ConcurrentHashMap<>();

    ConflictFinder(Conflicts conflicts) {
        List<Conflict> all = conflicts.all();
        general = all.stream().filter(c -> c.general()).findFirst();
        specific = all.stream().filter(c -> !c.general()).toList();
    }

    Trie names(Conflict conflict, LanguagePack pack) {
        return tries.computeIfAbsent(conflict.id() + " " + pack.code(), key -> NameIndex.of(conflict, pack));
    }

    /** The conflict; empty where the text names nobody of any. */
    Optional<Conflict> find(LanguagePack pack, NormalText title, NormalText text, Instant published) {
        Optional<Named> world = general.map(w -> named(w, pack, title, text));
        Conflict best = null;
        int most = 0;
        for (Conflict conflict : specific) {
            Named named = named(conflict, pack, title, text);
            // whoever is named far more often is what the text is about; the conflict stands beside it
            boolean meant = world.isEmpty()
                    || named.mentions() * 2 >= world.get().most()
                            && named.about(published, () -> fighting(pack, title, text));
            if (meant && named.mentions() > most) {
                best = conflict;
                most = named.mentions();
            }
        }
        return Optional.ofNullable(best)
                .or(() -> general.filter(w -> world.orElseThrow().mentions() > 0));
    }

    /** The conflict to read a text under that names nobody. */
    Optional<Conflict> general() {
        return general;
    }

    private Named named(Conflict conflict, LanguagePack pack, NormalText title, NormalText text) {
        Named named = new Named(conflict);
        Trie names = names(conflict, pack);
        read(names, title, senses -> named.add(senses, 2));
        read(names, text, senses -> named.add(senses, 1));
        return named;
    }

    private static boolean fighting(LanguagePack pack, NormalText title, NormalText text) {
        boolean[] found = new boolean[1];
        for (NormalText part : List.of(title, text)) {
            read(
                    pack.words(),
                    part,
                    senses -> found[0] |= senses.stream().anyMatch(s -> s instanceof Lexeme word && ofFighting(word)));
        }
        return found[0];
    }

    private static boolean ofFighting(Lexeme word) {
        return switch (word.tag()) {
            case AMMO, ENEMY, BOTH_SIDES -> true;
            case PERSON -> word.is("status", "COMBATANT");
            default -> false;
        };
    }

    private static void read(Trie words, NormalText text, Consumer<List<Sense>> each) {
        int length = text.text().length();
        for (int i = 0; i < length; ) {
            Trie.Match match = words.longest(text, i, length);
            each.accept(match.senses());
            i = Math.max(match.end(), i + 1);
        }
    }
}
