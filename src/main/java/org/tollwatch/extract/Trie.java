package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        private List<Sense> small = List.of();
        private List<Sense> named = List.of();
        private String acronym = "";

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
            if (entries.contains(entry)) {
                return;
            }
            entries = entries.isEmpty() ? new ArrayList<>(1) : entries;
            entries.add(entry);
            senses = senses(e -> true);
            small = senses(e -> e.capitals == Capitals.NONE);
            named = senses(e -> e.capitals != Capitals.ALL);
            acronym = entry.capitals == Capitals.ALL ? entry.word : acronym;
        }

        /** What the text's stretch reads as here; nothing when its capitals are another word's. */
        List<Sense> senses(String text, int start, int end) {
            if (small.size() == senses.size()) {
                return senses;
            }
            if (!Character.isUpperCase(text.charAt(start))) {
                return small;
            }
            return text.regionMatches(start, acronym, 0, end - start) ? senses : named;
        }

        private List<Sense> senses(Predicate<Entry> which) {
            return entries.stream().filter(which).map(Entry::sense).toList();
        }
    }

    /** "US" is not "us", "May" is not "may"; but a headline may be all capitals. */
    private enum Capitals {
        NONE,
        FIRST,
        ALL
    }

    private record Entry(String word, Capitals capitals, Sense sense) {

        static Entry of(String word, Sense sense) {
            boolean capital = Character.isUpperCase(word.charAt(0));
            boolean all = capital && word.length() <= 3 && word.chars().allMatch(Character::isUpperCase);
            return new Entry(word, all ? Capitals.ALL : capital ? Capitals.FIRST : Capitals.NONE, sense);
        }
    }

    /** The longest match at a place. */
    record Match(int end, List<Sense> senses) {

        /** A match of no length. */
        static Match none(int start) {
            return new Match(start, List.of());
        }
    }

    /** Letters at the head of a word that it is looked up by. */
    private static final int HEAD = 3;

    private final Node root = new Node();

    /** A bit for the first letters of each word, as many as three: most places in a text are told by it to hold none. */
    private final long[] heads = new long[1 << 10];

    private static int head(String folded, int at, int length) {
        int mixed = length;
        for (int i = at; i < at + length; i++) {
            mixed = mixed * 31 + folded.charAt(i);
        }
        return (mixed ^ mixed >>> 16) & 0xFFFF;
    }

    private boolean begins(NormalText text, int at) {
        String folded = text.folded();
        for (int length = Math.min(HEAD, folded.length() - at); length > 0; length--) {
            int head = head(folded, at, length);
            if ((heads[head >>> 6] & 1L << head) != 0) {
                return true;
            }
        }
        return false;
    }

    /** @param word as it stands in a pack or a conflict file */
    void put(String word, Sense sense) {
        String normal = Normaliser.word(word);
        String folded = Normaliser.fold(normal);
        int head = head(folded, 0, Math.min(HEAD, folded.length()));
        heads[head >>> 6] |= 1L << head;
        Node node = root;
        for (int i = 0; i < folded.length(); i++) {
            node = node.getOrAdd(folded.charAt(i));
        }
        node.add(Entry.of(normal, sense));
    }

    /**
     * The longest word at {@code start} that one of these endings may follow; the match ends before the ending.
     *
     * @param endings folded; a word without any is longest too
     */
    Match stem(NormalText text, int start, int limit, Set<String> endings) {
        if (!begins(text, start) || !Script.startsHere(text.text(), start)) {
            return Match.none(start);
        }
        Match best = Match.none(start);
        int longest = start;
        Node node = root.get(text.folded().charAt(start));
        for (int i = start + 1; node != null && i <= limit; i++) {
            int whole = node.entries.isEmpty() ? start : Script.ending(text, i, limit, endings);
            if (whole >= longest
                    && whole > start
                    && !node.senses(text.text(), start, i).isEmpty()) {
                best = new Match(i, node.senses(text.text(), start, i));
                longest = whole;
            }
            node = i < limit ? node.get(text.folded().charAt(i)) : null;
        }
        return best;
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
        return node == null ? List.of() : node.senses;
    }

    /** The same where a word is glued to the digits before it ("1.5m"). */
    Match from(NormalText text, int start, int limit) {
        if (!begins(text, start)) {
            return Match.none(start);
        }
        List<Sense> best = List.of();
        int end = start;
        Node node = root;
        for (int i = start; i < limit; i++) {
            node = node.get(text.folded().charAt(i));
            if (node == null) {
                break;
            }
            if (!node.entries.isEmpty() && Script.endsHere(text.text(), i + 1)) {
                List<Sense> senses = node.senses(text.text(), start, i + 1);
                best = senses.isEmpty() ? best : senses;
                end = senses.isEmpty() ? end : i + 1;
            }
        }
        return new Match(end, best);
    }
}
