package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words to their readings, matched longest first on raw text: Thai has no word breaks to cut at, and cutting first loses
 * key words. A match may not begin or end inside a word of a script that has spaces, nor cut a base from its marks. A word
 * written with a capital matches only text with one there.
 */
final class Trie {

    /** Few letters follow most stretches of a word: sorted arrays hold them in little room. */
    private static final class Node {

        /** More letters than this are looked up in a table from the first to the last of them. */
        private static final int FEW = 4;

        private static final int WIDEST = 1 << 13;

        private char[] keys = new char[1];
        private Node[] next = new Node[1];
        private Node[] table;
        private int size;
        private List<Entry> entries = List.of();
        private List<Sense> senses = List.of();
        private boolean anyCase = true;

        Node get(char c) {
            if (table != null) {
                int at = c - keys[0];
                return at >= 0 && at < table.length ? table[at] : null;
            }
            for (int i = 0; i < size && keys[i] <= c; i++) {
                if (keys[i] == c) {
                    return next[i];
                }
            }
            return null;
        }

        Node getOrAdd(char c) {
            int at = Arrays.binarySearch(keys, 0, size, c);
            return at < 0 ? add(-at - 1, c) : next[at];
        }

        private Node add(int at, char c) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                next = Arrays.copyOf(next, size * 2);
            }
            System.arraycopy(keys, at, keys, at + 1, size - at);
            System.arraycopy(next, at, next, at + 1, size - at);
            keys[at] = c;
            next[at] = new Node();
            size++;
            int width = keys[size - 1] - keys[0] + 1;
            table = size > FEW && width <= WIDEST ? table(width) : null;
            return next[at];
        }

        private Node[] table(int width) {
            Node[] all = new Node[width];
            for (int i = 0; i < size; i++) {
                all[keys[i] - keys[0]] = next[i];
            }
            return all;
        }

        /** Forms of one word may be written alike: they are one reading. */
        void add(Entry entry) {
            anyCase &= !Character.isUpperCase(entry.word.charAt(0));
            if (!entries.contains(entry)) {
                entries = entries.isEmpty() ? new ArrayList<>(1) : entries;
                entries.add(entry);
                senses = entries.stream().map(Entry::sense).toList();
            }
        }

        /** Whether a word that ends here is the one in the text, capitals counted. */
        boolean reads(String text, int start, int end) {
            for (int i = 0; i < entries.size() && !anyCase; i++) {
                if (capitalsAgree(entries.get(i).word, text, start, end)) {
                    return true;
                }
            }
            return anyCase;
        }

        List<Sense> senses(String text, int start, int end) {
            return anyCase
                    ? senses
                    : entries.stream()
                            .filter(entry -> capitalsAgree(entry.word, text, start, end))
                            .map(Entry::sense)
                            .toList();
        }
    }

    private record Entry(String word, Sense sense) {}

    /** The longest match at a place. */
    record Match(int end, List<Sense> senses) {

        static Match none(int start) {
            return new Match(start, List.of());
        }
    }

    private final Node root = new Node();

    /** @param word as it stands in a pack or a conflict file */
    void put(String word, Sense sense) {
        String normal = Normaliser.word(word);
        Node node = root;
        for (char c : Normaliser.fold(normal).toCharArray()) {
            node = node.getOrAdd(c);
        }
        node.add(new Entry(normal, sense));
    }

    /** The longest word at {@code start}; a match of no length when there is none. */
    Match longest(NormalText text, int start, int limit) {
        return Script.startsHere(text.text(), start) ? from(text, start, limit) : Match.none(start);
    }

    /** The readings of exactly this word; none when it is not known. */
    List<Sense> exact(String word) {
        Node node = root;
        String folded = Normaliser.fold(word);
        for (int i = 0; i < folded.length() && node != null; i++) {
            node = node.get(folded.charAt(i));
        }
        return node == null
                ? List.of()
                : node.entries.stream().map(Entry::sense).toList();
    }

    /** The same where a word is glued to the digits before it ("1.5m"). */
    Match from(NormalText text, int start, int limit) {
        Node best = null;
        int end = start;
        Node node = root;
        for (int i = start; i < limit; i++) {
            node = node.get(text.folded().charAt(i));
            if (node == null) {
                break;
            }
            if (!node.entries.isEmpty()
                    && Script.endsHere(text.text(), i + 1)
                    && node.reads(text.text(), start, i + 1)) {
                best = node;
                end = i + 1;
            }
        }
        return best == null ? Match.none(start) : new Match(end, best.senses(text.text(), start, end));
    }

    /** "US" is not "us", "May" is not "may"; but a headline may be all capitals. */
    private static boolean capitalsAgree(String word, String text, int start, int end) {
        if (!Character.isUpperCase(word.charAt(0))) {
            return true;
        }
        if (word.length() <= 3 && word.chars().allMatch(Character::isUpperCase)) {
            return text.regionMatches(start, word, 0, end - start);
        }
        return Character.isUpperCase(text.charAt(start));
    }
}
