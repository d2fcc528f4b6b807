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

    /** Few letters follow any stretch of a word: sorted arrays hold them in little room. */
    private static final class Node {
        private char[] keys = new char[1];
        private Node[] next = new Node[1];
        private int size;
        private List<Entry> entries = List.of();

        Node get(char c) {
            int at = Arrays.binarySearch(keys, 0, size, c);
            return at < 0 ? null : next[at];
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
            return next[at];
        }

        /** Forms of one word may be written alike: they are one reading. */
        void add(Entry entry) {
            if (!entries.contains(entry)) {
                entries = entries.isEmpty() ? new ArrayList<>(1) : entries;
                entries.add(entry);
            }
        }
    }

    private record Entry(String word, Sense sense) {}

    /** The longest match at a place. */
    record Match(int end, List<Sense> senses) {}

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
        return Script.startsHere(text.text(), start) ? from(text, start, limit) : new Match(start, List.of());
    }

    /** The readings of exactly this word; none when it is not known. */
    List<Sense> exact(String word) {
        Node node = root;
        for (int i = 0; i < word.length() && node != null; i++) {
            node = node.get(Normaliser.fold(word).charAt(i));
        }
        return node == null
                ? List.of()
                : node.entries.stream().map(Entry::sense).toList();
    }

    /** The same where a word is glued to the digits before it ("1.5m"). */
    Match from(NormalText text, int start, int limit) {
        Match best = new Match(start, List.of());
        Node node = root;
        for (int i = start; i < limit; i++) {
            node = node.get(text.folded().charAt(i));
            if (node == null) {
                break;
            }
            if (!node.entries.isEmpty() && Script.endsHere(text.text(), i + 1)) {
                List<Sense> senses = matching(node, text.text(), start, i + 1);
                if (!senses.isEmpty()) {
                    best = new Match(i + 1, senses);
                }
            }
        }
        return best;
    }

    private static List<Sense> matching(Node node, String text, int start, int end) {
        List<Sense> senses = new ArrayList<>(node.entries.size());
        for (Entry entry : node.entries) {
            if (capitalsAgree(entry.word, text, start, end)) {
                senses.add(entry.sense);
            }
        }
        return senses;
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
