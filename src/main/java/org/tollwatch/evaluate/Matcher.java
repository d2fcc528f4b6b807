package org.tollwatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts the claims of a text beside those that were read, one to one: as many found as can be, those with a quantity first;
 * then with as many slots right as can be; what is left meets where measure or bounds are right at the same words.
 */
final class Matcher {

    private static final long FOUND = 10_000_000_000_000L;
    private static final long FOUND_WITHOUT_QUANTITY = 1_000_000_000L;
    private static final long MET = 1_000_000L;
    private static final long SLOT = 1_000L;
    private static final int CLOSEST = 999;

    private final Comparer comparer;

    Matcher(Comparer comparer) {
        this.comparer = comparer;
    }

    List<Pair> match(List<GoldClaim> gold, List<Got> read) {
        long[][] gain = new long[gold.size()][read.size()];
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < read.size(); j++) {
                gain[i][j] = gain(gold.get(i), read.get(j));
            }
        }
        int[] columns = Assignment.best(gain, read.size());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                pairs.add(pair(gold.get(i), read.get(columns[i])));
            }
        }
        return pairs;
    }

    private long gain(GoldClaim gold, Got got) {
        int shared = gold.words().shared(got.words().start(), got.words().end());
        boolean bounds = shared > 0 && comparer.sameBounds(gold, got);
        boolean measure = shared > 0 && comparer.sameMeasure(gold, got);
        if (!bounds && !measure) {
            return 0;
        }
        long right = comparer.answers(gold, got).values().stream()
                .filter(a -> a == Answer.RIGHT)
                .count();
        long base = bounds && measure ? gold.required() ? FOUND : FOUND_WITHOUT_QUANTITY : MET;
        return base + SLOT * right + Math.min(CLOSEST, shared);
    }

    private Pair pair(GoldClaim gold, Got got) {
        if (!comparer.sameBounds(gold, got)) {
            return new Pair(gold, got, Pair.Kind.OTHER_BOUNDS, Map.of());
        }
        if (!comparer.sameMeasure(gold, got)) {
            return new Pair(gold, got, Pair.Kind.OTHER_MEASURE, Map.of());
        }
        return new Pair(gold, got, Pair.Kind.FOUND, comparer.answers(gold, got));
    }
}
