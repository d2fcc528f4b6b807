package org.tollwatch.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;

/**
 * Tells which conflict a text is about. A party's name alone tells little, as every state is in the news for other things: a
 * conflict is a text's own when the text names two sides of it or its ground, or, while its fighting goes on, one side in
 * words of fighting. Of several the one named most; of none, the general one. docs/decisions/050-which-conflict.md.
 */
final class ConflictFinder {

    /** Equipment of nobody but armies; cars, ships and planes come to grief in peace, too. */
    private static final Set<String> ARMS = Set.of("tank", "drone", "armour", "gun", "launcher", "air defence");

    /** Explosions are also of gas, attacks also of dogs. */
    private static final Set<String> BLOWS = Set.of("strike", "shelling", "violation");

    private final List<Stakes> conflicts;
    private final Optional<Conflict> general;
    private final Map<String, AllNames> names = new ConcurrentHashMap<>();

    ConflictFinder(Conflicts conflicts) {
        List<Conflict> all = conflicts.all();
        this.conflicts = all.stream().map(Stakes::of).toList();
        this.general = all.stream().filter(Conflict::general).findFirst();
    }

    Trie names(Conflict conflict, LanguagePack pack) {
        return names(pack).of(conflict);
    }

    private AllNames names(LanguagePack pack) {
        return names.computeIfAbsent(pack.code(), code -> new AllNames(conflicts, pack));
    }

    /** The conflict; empty where the text names nobody of any. */
    Optional<Conflict> find(LanguagePack pack, NormalText title, NormalText text, Instant published) {
        List<Named> all = names(pack).read(title, text);
        Optional<Named> world = all.stream().filter(n -> n.conflict().general()).findFirst();
        Fighting fighting = new Fighting(pack, title, text);
        Conflict best = null;
        int most = 0;
        for (Named named : all) {
            if (named.conflict().general()) {
                continue;
            }
            // whoever is named far more often is what the text is about; the conflict stands beside it
            boolean meant =
                    world.isEmpty() || named.mentions() * 2 >= world.get().most() && named.about(published, fighting);
            // a conflict with both its sides named goes before one with a single side named as often
            int weight = named.mentions() * (named.opposed() ? 2 : 1);
            if (meant && weight > most) {
                best = named.conflict();
                most = weight;
            }
        }
        return Optional.ofNullable(best)
                .or(() -> general.filter(w -> world.orElseThrow().mentions() > 0));
    }

    /** The conflict to read a text under that names nobody. */
    Optional<Conflict> general() {
        return general;
    }

    /** Whether a text has words of fighting; looked for once, if at all. */
    private static final class Fighting implements BooleanSupplier {

        private final LanguagePack pack;
        private final List<NormalText> texts;
        private Boolean found;

        Fighting(LanguagePack pack, NormalText... texts) {
            this.pack = pack;
            this.texts = List.of(texts);
        }

        @Override
        public boolean getAsBoolean() {
            if (found == null) {
                found = texts.stream().anyMatch(text -> in(pack.words(), text));
            }
            return found;
        }

        private static boolean in(Trie words, NormalText text) {
            int length = text.text().length();
            for (int i = 0; i < length; ) {
                Trie.Match match = words.longest(text, i, length);
                if (match.senses().stream().anyMatch(s -> s instanceof Lexeme word && ofFighting(word))) {
                    return true;
                }
                i = Math.max(match.end(), i + 1);
            }
            return false;
        }
    }

    private static boolean ofFighting(Lexeme word) {
        return switch (word.tag()) {
            case AMMO, ENEMY, BOTH_SIDES, EPISODE -> true;
            case GEAR -> ARMS.contains(word.trait("item"));
            case PERSON -> word.is("status", "COMBATANT") && !word.has("calm");
            case TRIGGER -> BLOWS.contains(word.trait("kind"));
            default -> false;
        };
    }
}
