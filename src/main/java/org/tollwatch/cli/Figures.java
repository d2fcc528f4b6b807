package org.tollwatch.cli;

import java.util.Locale;
import org.tollwatch.ledger.Count;

/** A figure for people: {@code 54}, {@code 180–200}, {@code 32–49–100}, {@code 49 or more}. */
final class Figures {

    private Figures() {}

    /** @param high {@link Count#OPEN} when nothing bounds it */
    static String range(long low, long best, long high) {
        if (high == Count.OPEN) {
            return (low == best ? number(low) : number(low) + "–" + number(best)) + " or more";
        }
        if (low == high) {
            return number(low);
        }
        return low == best || best == high
                ? number(low) + "–" + number(high)
                : number(low) + "–" + number(best) + "–" + number(high);
    }

    static String range(long low, long best, Long high) {
        return range(low, best, high == null ? Count.OPEN : high);
    }

    /** An upper bound by itself: {@code or more} where there is none. */
    static String bound(long high) {
        return high == Count.OPEN ? "or more" : number(high);
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
