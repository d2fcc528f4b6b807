package org.tollwatch.faults;

import java.time.Duration;
import java.util.Set;

/**
 * Something that goes wrong.
 *
 * @param name as it is chosen by {@code -Dtollwatch.faults}
 * @param told in the table
 */
record Fault(String name, String told, Action action) {

    private static final Set<String> TAKING_BACK =
            Set.of("kill-instance", "state-lost", "disk-full-instance", "registry-start", "registry-down");

    /**
     * Whether an instance is killed, or a thread of it ends. What it told last may not have been committed, and is then told
     * again only when it is counted again; docs/reliability.md.
     */
    boolean mayTakeBack() {
        return TAKING_BACK.contains(name);
    }

    /** Does it, and makes it good again. */
    @FunctionalInterface
    interface Action {
        /** How long it took until reports that came later were told of: by those left, or by all when it was made good. */
        Duration on(Rig rig) throws Exception;
    }
}
