package org.tollwatch.alert;

import java.util.Locale;

/** What a message tells of its alert. */
public enum Event {
    FIRING,
    /** Claims it stood on were revised or taken back. */
    CORRECTION,
    RESOLUTION;

    /** The lower-case name used in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
