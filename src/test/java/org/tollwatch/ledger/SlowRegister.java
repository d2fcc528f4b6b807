package org.tollwatch.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of incidents that its claimant keeps complete, such as UCDP GED. Entries add up as stated, column by column, and
 * only the sum is put in order, as such lists hold entries whose best lies outside their own low and high.
 */
final class SlowRegister {

    private static final Comparator<Claim> NEWEST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.period().to())
            .thenComparing(Claim::id);

    private final Map<String, Claim> entries = new HashMap<>();

    /** @param listed an entry that is listed again takes the place of the older one */
    SlowRegister(List<Claim> listed) {
        for (Claim entry : listed) {
            String key = entry.incident().isEmpty() ? entry.id() : entry.incident();
            entries.merge(key, entry, (a, b) -> NEWEST.compare(a, b) >= 0 ? a : b);
        }
    }

    /** What the entries of a window add up to; one that reaches beyond it may count in full or not at all. */
    Optional<Count> sum(Period window) {
        long low = 0;
        long best = 0;
        long high = 0;
        boolean any = false;
        for (Claim entry : entries.values()) {
            if (window.contains(entry.period())) {
                low += entry.count().low();
                best += entry.count().best();
            }
            if (window.overlaps(entry.period())) {
                any = true;
                high = entry.count().high() == Count.OPEN || high == Count.OPEN
                        ? Count.OPEN
                        : high + entry.count().high();
            }
        }
        long floor = Math.min(low, best);
        return any ? Optional.of(new Count(floor, best, Math.max(high, best))) : Optional.empty();
    }

    List<Claim> all() {
        return List.copyOf(entries.values());
    }
}
