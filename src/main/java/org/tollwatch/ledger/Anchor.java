package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All standing totals of one origin that end at the same moment; the origin itself is one of nothing. */
final class Anchor {

    private final Instant at;
    private final int origin;
    private final boolean isOrigin;
    private final List<Claim> totals = new ArrayList<>(1);
    private long low;
    private long high;
    private long best;

    Anchor(Instant at, int origin, boolean isOrigin) {
        this.at = at;
        this.origin = origin;
        this.isOrigin = isOrigin;
        weigh();
    }

    void add(Claim total) {
        totals.add(total);
        weigh();
    }

    void remove(Claim total) {
        totals.remove(total);
        weigh();
    }

    private void weigh() {
        low = isOrigin ? 0 : -Stretch.NEVER;
        high = isOrigin ? 0 : Stretch.NEVER;
        best = -Stretch.NEVER;
        for (Claim total : totals) {
            Count count = total.count();
            low = Math.max(low, count.low());
            high = Math.min(high, count.high());
            best = Math.max(best, count.best());
        }
    }

    boolean isEmpty() {
        return totals.isEmpty() && !isOrigin;
    }

    Instant at() {
        return at;
    }

    /** The origin's number. */
    int origin() {
        return origin;
    }

    long low() {
        return low;
    }

    /** {@link Stretch#NEVER} for none. */
    long high() {
        return high;
    }

    long best() {
        return best;
    }

    List<Claim> totals() {
        return totals;
    }

    /** The claims that give the low. */
    List<Claim> saidLow() {
        return totals.stream().filter(t -> t.count().low() == low).limit(1).toList();
    }

    /** The claims that give the high. */
    List<Claim> saidHigh() {
        return totals.stream().filter(t -> t.count().high() == high).limit(1).toList();
    }
}
