package org.tollwatch.faults;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param name as it is chosen by {@code -Dtollwatch.faults}
 * @param told in the table
 */
record Fault(String name, String told, Action action) {

    /** Does it, and makes it good again. */
    @FunctionalInterface
    interface Action {
        /** How long it took until reports that came later were told of: by those left, or by all when it was made good. */
        Duration on(Rig rig) throws Exception;
    }
}
