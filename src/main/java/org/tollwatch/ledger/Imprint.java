package org.tollwatch.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of a report to tell a copy of it by.
 *
 * @param words min-hashes of its text, the same places for the same text; empty when there was none
 * @param figures hashes of the figures in it, each once; most reports have few
 */
public record Imprint(List<Integer> words, List<Integer> figures) {

    /** Copies that were cut and given another head still share half of what they say; texts about the same news share a tenth. */
    static final double LIKE_TEXT = 0.5;

    /** So many figures agree by chance in no two reports; fewer may be one ministry's. */
    static final int ENOUGH_FIGURES = 4;

    static final double LIKE_FIGURES = 0.75;

    /** A translation comes within this. */
    static final Duration SOON = Duration.ofHours(48);

    public Imprint {
        words = List.copyOf(words);
        figures = List.copyOf(figures);
    }

    /**
     * Whether the two are of one text, or of its translation.
     *
     * @param apart how long after the other one of them was published
     */
    public boolean isLike(Imprint other, Duration apart) {
        return likeText(other) >= LIKE_TEXT || apart.abs().compareTo(SOON) <= 0 && sameFigures(other);
    }

    /** The share of their words that both have, as far as the hashes tell: 0 to 1. */
    private double likeText(Imprint other) {
        int places = Math.min(words.size(), other.words.size());
        int same = 0;
        for (int i = 0; i < places; i++) {
            same += words.get(i).equals(other.words.get(i)) ? 1 : 0;
        }
        return places == 0 ? 0 : (double) same / places;
    }

    private boolean sameFigures(Imprint other) {
        int fewer = Math.min(figures.size(), other.figures.size());
        if (fewer < ENOUGH_FIGURES) {
            return false;
        }
        Set<Integer> both = new HashSet<>(figures);
        both.retainAll(other.figures);
        return both.size() >= LIKE_FIGURES * fewer;
    }
}
