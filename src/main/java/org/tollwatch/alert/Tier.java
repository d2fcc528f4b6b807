package org.tollwatch.alert;

import java.util.Locale;

/** How sure an alert is. */
public enum Tier {
    /** The high bound says so, or a single origin. */
    POSSIBLE,
    /** The low bound says so, by as many origins as the rule asks for, for as long as it asks. Mutes the possible. */
    ESTABLISHED;

    /** The lower-case name used in files, JSON and labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
