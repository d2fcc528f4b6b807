package org.tollwatch.ledger;

import java.util.Locale;

/** The kinds of window a tally is kept for. */
public enum WindowKind {
    DAY,
    /** From Monday, as ISO 8601 has it. */
    WEEK,
    MONTH,
    YEAR,
    /** Since fighting began, until a quiet gap closes it. */
    EPISODE,
    /** The last so many hours before a moment. */
    ROLLING,
    /** Any asked-for [from, to). */
    SPAN;

    /** The lower-case name used in JSON, topics and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
