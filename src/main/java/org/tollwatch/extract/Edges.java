package org.tollwatch.extract;

import java.util.Arrays;

/**
 * The letters that words are spelled with: a tree of numbered nodes, from each of which a letter leads to the next. Most
 * nodes have one letter after them, and lie in a row with those of the rest of their word; the others' further letters lie
 * in a table. Several {@link Trie}s may spell with it.
 */
final class Edges {

    /** Where no edge leads. */
    static final int NONE = 0;

    /** Where every word begins; no edge leads there. */
    static final int ROOT = 0;

    /** Bits of a node's number. */
    private static final int NODE = 24;

    private static final int LAST = (1 << NODE) - 1;

    /** Of a node with more than one letter after it. */
    private static final long MORE = 1L << 62;

    /** Of a node at which a word ends. */
    private static final long END = 1L << 61;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Heads heads = new Heads();

    /** For each node its first letter and the node it leads to, with the marks above. */
    private long[] first = new long[1 << 8];

    /** Further edges: the node each starts from, its letter, and the node it leads to; 0 where the table is free. */
    private long[] table = new long[1 << 8];

    private int shift = Long.SIZE - 8;
    private int nodes = 1;
    private int further;

    /** Whether any word may begin there; where it says no, none does. */
    boolean begins(String folded, int at) {
        return heads.begins(folded, at);
    }

    /** Whether a word ends at a node. */
    boolean ends(int node) {
        return (first[node] & END) != 0;
    }

    /** The node that a letter leads to; {@link #NONE} when no word goes on with it. */
    int next(int node, char letter) {
        long edge = first[node];
        if ((char) (edge >>> NODE) == letter) {
            return (int) edge & LAST;
        }
        return (edge & MORE) == 0 ? NONE : looked(node, letter);
    }

    private int looked(int node, char letter) {
        long wanted = (long) node << Character.SIZE | letter;
        for (int at = place(wanted); table[at] != 0; at = at + 1 & table.length - 1) {
            if (table[at] >>> NODE == wanted) {
                return (int) table[at] & LAST;
            }
        }
        return NONE;
    }

    /**
     * The node at a word's end, with the edges to it put in.
     *
     * @throws IllegalStateException if there are more letters than can be numbered
     */
    int spell(String folded) {
        heads.add(folded);
        int node = ROOT;
        for (int i = 0; i < folded.length(); i++) {
            int next = next(node, folded.charAt(i));
            node = next == NONE ? add(node, folded.charAt(i)) : next;
        }
        first[node] |= END;
        return node;
    }

    private int add(int node, char letter) {
        if (nodes > LAST) {
            throw new IllegalStateException("the words of one language have more letters than " + LAST);
        }
        if (nodes == first.length) {
            first = Arrays.copyOf(first, nodes * 2);
        }
        if ((first[node] & LAST) == NONE) {
            first[node] |= (long) letter << NODE | nodes;
        } else {
            first[node] |= MORE;
            further(((long) node << Character.SIZE | letter) << NODE | nodes);
        }
        return nodes++;
    }

    private void further(long edge) {
        if (++further * 2 > table.length) {
            long[] edges = table;
            table = new long[edges.length * 2];
            shift--;
            Arrays.stream(edges).filter(e -> e != 0).forEach(this::put);
        }
        put(edge);
    }

    private int place(long wanted) {
        return (int) (wanted * MIX >>> shift);
    }

    private void put(long edge) {
        int at = place(edge >>> NODE);
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = edge;
    }
}
