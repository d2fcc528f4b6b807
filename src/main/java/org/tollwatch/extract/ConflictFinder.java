package org.tollwatch.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
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
            // a conflict with both its sides named goes before one with a single side named as often
            int weight = named.mentions() * (named.opposed() ? 2 : 1);
            if (meant && weight > most) {
                best = conflict;
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

    private Named named(Conflict conflict, LanguagePack pack, NormalText title, NormalText text) {
        Named named = new Named(conflict);
        Trie names = names(conflict, pack);
        read(names, title, (senses, proper) -> named.add(senses, proper, 2));
        read(names, text, (senses, proper) -> named.add(senses, proper, 1));
        return named;
    }

    private static boolean fighting(LanguagePack pack, NormalText title, NormalText text) {
        List<Sense> words = new ArrayList<>();
        read(pack.words(), title, (senses, proper) -> words.addAll(senses));
        read(pack.words(), text, (senses, proper) -> words.addAll(senses));
        return words.stream().anyMatch(s -> s instanceof Lexeme word && ofFighting(word));
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

    /** @param each is told what stands there, and whether it is written as a name; answers whether that was of use */
    private static void read(Trie words, NormalText text, BiPredicate<List<Sense>, Boolean> each) {
        int length = text.text().length();
        for (int i = 0; i < length; ) {
            Trie.Match match = words.longest(text, i, length);
            // what is of no use may hold something that is: "the border between Armenia and Azerbaijan"
            boolean used = match.end() > i && each.test(match.senses(), proper(text.text(), i, match.end()));
            i = used ? match.end() : i + 1;
        }
    }

    private static boolean proper(String text, int from, int to) {
        return !Character.isLowerCase(text.charAt(from))
                || text.substring(from, to).chars().anyMatch(Character::isUpperCase);
    }
}
