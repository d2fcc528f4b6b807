package org.tollwatch.data;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant by a word that is not known. */
public final class Suggestion {

    private Suggestion() {}

    /** "Did you mean 'x'?" for the closest known word, or else the advice given. */
    public static String of(String word, Collection<String> known, String otherwise) {
        return known.stream()
                .filter(k -> distance(word, k) <= 1 + word.length() / 4)
                .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(Comparator.naturalOrder()))
                .map(k -> "Did you mean '" + k + "'?")
                .orElse(otherwise);
    }

    /** How many letters must be added, dropped or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
