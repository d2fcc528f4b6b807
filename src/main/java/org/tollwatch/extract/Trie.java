package org.tollwatch.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Words to their readings, matched longest first on raw text: Thai has no word breaks to cut at, and cutting first loses
 * key words. A match may not begin or end inside a word of a script that has spaces, nor cut a base from its marks. A word
 * written with a capital matches only text with one there.
 */
final class Trie {

    /** The longest match at a place. */
    record Match(int end, List<Sense> senses) {

        /** No match: it ends nowhere. */
        static final Match NONE = new Match(0, List.of());
    }

    private final Edges edges;
    private final Heads heads = new Heads();

    /** What is spelled by the letters up to each node; null where nothing is. */
    private Spelled[] words = new Spelled[1 << 4];

    Trie() {
        this(new Edges());
    }

    /** @param edges to spell with, which others may spell with too while no text is read yet */
    Trie(Edges edges) {
        this.edges = edges;
    }

    /** @param word as it stands in a pack or a conflict file */
    void put(String word, Sense sense) {
        String normal = Normaliser.word(word);
        String folded = Normaliser.fold(normal);
        heads.add(folded);
        int node = edges.spell(folded);
        if (node >= words.length) {
            words = Arrays.copyOf(words, Math.max(node + 1, words.length * 2));
        }
        if (words[node] == null) {
            words[node] = new Spelled();
        }
        words[node].add(normal, sense);
    }

    /** What the letters up to a node spell; null when they spell nothing. */
    Spelled at(int node) {
        return node < words.length ? words[node] : null;
    }

    /**
     * The longest word at {@code start} that one of these endings may follow; the match ends before the ending.
     *
     * @param endings folded; a word without any is longest too
     */
    Match stem(NormalText text, int start, int limit, Set<String> endings) {
        if (!Script.startsHere(text.text(), start) || !heads.begins(text.folded(), start)) {
            return Match.NONE;
        }
        Match best = Match.NONE;
        int longest = start;
        int node = Edges.ROOT;
        for (int i = start; i < limit; i++) {
            node = edges.next(node, text.folded().charAt(i));
            if (node == Edges.NONE) {
                break;
            }
            Spelled word = edges.ends(node) ? at(node) : null;
            int whole = word == null ? start : Script.ending(text, i + 1, limit, endings);
            if (whole >= longest && whole > start) {
                List<Sense> senses = word.senses(text.text(), start, i + 1);
                best = senses.isEmpty() ? best : new Match(i + 1, senses);
                longest = senses.isEmpty() ? longest : whole;
            }
        }
        return best;
    }

    /** The longest word at {@code start}. */
    Match longest(NormalText text, int start, int limit) {
        return Script.startsHere(text.text(), start) ? from(text, start, limit) : Match.NONE;
    }

    /** The readings of exactly this word; none when it is not known. */
    List<Sense> exact(String word) {
        String folded = Normaliser.fold(word);
        int node = Edges.ROOT;
        for (int i = 0; i < folded.length() && (i == 0 || node != Edges.NONE); i++) {
            node = edges.next(node, folded.charAt(i));
        }
        Spelled found = at(node);
        return found == null ? List.of() : found.senses();
    }

    /** The same where a word is glued to the digits before it ("1.5m"). */
    Match from(NormalText text, int start, int limit) {
        String folded = text.folded();
        if (!heads.begins(folded, start)) {
            return Match.NONE;
        }
        List<Sense> best = List.of();
        int end = start;
        int node = Edges.ROOT;
        for (int i = start; i < limit; i++) {
            node = edges.next(node, folded.charAt(i));
            if (node == Edges.NONE) {
                break;
            }
            Spelled word = edges.ends(node) ? at(node) : null;
            if (word != null && Script.endsHere(text.text(), i + 1)) {
                List<Sense> senses = word.senses(text.text(), start, i + 1);
                best = senses.isEmpty() ? best : senses;
                end = senses.isEmpty() ? end : i + 1;
            }
        }
        return end == start ? Match.NONE : new Match(end, best);
    }
}
