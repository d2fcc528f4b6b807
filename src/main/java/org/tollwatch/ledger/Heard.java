package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One account's view of a window, and what it stands on.
 *
 * @param published the first publication of the newest claim that the view rests on
 * @param adjusted whether it rests on a step of a total that the days inside contradict
 * @param claims the newest that it stands on, as {@link Tally#claims()}
 */
record Heard(View view, Instant published, boolean adjusted, List<Citation> claims) {

    static List<Citation> newest(List<Claim> claims) {
        return claims.stream()
                .map(Citation::of)
                .sorted(Citation.NEWEST_FIRST)
                .limit(Tally.MOST_CLAIMS)
                .toList();
    }

    static Instant latest(List<Claim> claims) {
        return claims.stream()
                .map(Claim::publishedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
