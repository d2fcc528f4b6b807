package org.tollwatch.dlq;

import java.util.Optional;

/** What can be done with a letter. */
sealed interface Way {

    /**
     * It is sent to the topic of reports.
     *
     * @param partition where it was before, so that its id is looked for there; empty: by the key
     */
    record Send(Optional<Integer> partition, byte[] key, byte[] value) implements Way {}

    /** It would be rejected again. */
    record Rejected(String reason, String detail) implements Way {}

    /** It cannot be sent by itself. */
    record Stuck(String why) implements Way {}
}
