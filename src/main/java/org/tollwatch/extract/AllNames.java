package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tollwatch.conflict.Conflict;

/** The names of all conflicts in one language, spelled with the same edges: one walk at each place of a text finds those of all. */
final class AllNames {

    private final Edges edges = new Edges();
    private final List<Stakes> conflicts;
    private final List<Trie> tries = new ArrayList<>();
    private final Map<String, Trie> byConflict = new HashMap<>();

    AllNames(List<Stakes> conflicts, LanguagePack pack) {
        this.conflicts = conflicts;
        for (Stakes stakes : conflicts) {
            Trie trie = NameIndex.of(stakes.conflict(), pack, edges);
            tries.add(trie);
            byConflict.put(stakes.conflict().id(), trie);
        }
    }

    Trie of(Conflict conflict) {
        return byConflict.get(conflict.id());
    }

    /** Whom a text names, for each conflict in order. */
    List<Named> read(NormalText title, NormalText text) {
        List<Named> named = conflicts.stream().map(Named::new).toList();
        read(title, named, 2);
        read(text, named, 1);
        return named;
    }

    private void read(NormalText text, List<Named> named, int weight) {
        int[] free = new int[named.size()]; // where the next name of each conflict may begin
        Walk walk = new Walk(text);
        for (int i = 0; i < text.text().length(); i++) {
            if (Script.startsHere(text.text(), i) && edges.begins(text.folded(), i) && walk.from(i)) {
                for (int k = 0; k < free.length; k++) {
                    free[k] = free[k] > i ? free[k] : walk.longest(tries.get(k), named.get(k), weight);
                }
            }
        }
    }

    /** The places where names end that begin at one place. */
    private final class Walk {

        private final NormalText text;
        private int start;
        private int count;
        private int[] nodes = new int[1 << 3];
        private int[] at = new int[1 << 3];

        Walk(NormalText text) {
            this.text = text;
        }

        boolean from(int place) {
            String folded = text.folded();
            start = place;
            count = 0;
            int node = Edges.ROOT;
            for (int i = place; i < folded.length(); i++) {
                node = edges.next(node, folded.charAt(i));
                if (node == Edges.NONE) {
                    break;
                }
                if (edges.ends(node) && Script.endsHere(text.text(), i + 1)) {
                    add(node, i + 1);
                }
            }
            return count > 0;
        }

        private void add(int node, int end) {
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, count * 2);
                at = Arrays.copyOf(at, count * 2);
            }
            nodes[count] = node;
            at[count++] = end;
        }

        /** Has the longest name of one conflict counted; where the next may begin. What is of no use may hold one that is. */
        int longest(Trie names, Named named, int weight) {
            for (int k = count - 1; k >= 0; k--) {
                Spelled word = names.at(nodes[k]);
                List<Sense> senses = word == null ? List.of() : word.senses(text.text(), start, at[k]);
                if (!senses.isEmpty()) {
                    boolean used = named.add(senses, proper(text.text(), start, at[k]), weight);
                    return used ? at[k] : start + 1; // "the border between Armenia and Azerbaijan"
                }
            }
            return start + 1;
        }

        private static boolean proper(String text, int from, int to) {
            return !Character.isLowerCase(text.charAt(from))
                    || text.substring(from, to).chars().anyMatch(Character::isUpperCase);
        }
    }
}
