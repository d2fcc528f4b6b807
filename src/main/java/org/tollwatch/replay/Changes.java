package org.tollwatch.replay;

import java.util.Map;
import java.util.TreeMap;

/**
 * What reading texts again has changed, added up.
 *
 * @param read how many texts were read again
 * @param kept how many reports have no text to read: their claims stay
 * @param refused how many texts can no longer be read, and keep their claims
 * @param changed how many reports have other claims, or another conflict
 * @param sums by language and measure
 */
public record Changes(long read, long kept, long refused, long changed, Map<Kind, Sum> sums) {

    public static final Changes NONE = new Changes(0, 0, 0, 0, Map.of());

    /** Of which claims. */
    public record Kind(String language, String measure) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byLanguage = language.compareTo(other.language);
            return byLanguage != 0 ? byLanguage : measure.compareTo(other.measure);
        }
    }

    /** How many claims were read before and are now; added, gone, and told otherwise in the same words. */
    public record Sum(long before, long now, long added, long gone, long changed) {

        Sum plus(Sum more) {
            return new Sum(
                    before + more.before, now + more.now, added + more.added, gone + more.gone, changed + more.changed);
        }
    }

    public Changes {
        sums = new TreeMap<>(sums);
    }

    Changes plus(Changes more) {
        Map<Kind, Sum> all = new TreeMap<>(sums);
        more.sums.forEach((kind, sum) -> all.merge(kind, sum, Sum::plus));
        return new Changes(read + more.read, kept + more.kept, refused + more.refused, changed + more.changed, all);
    }
}
