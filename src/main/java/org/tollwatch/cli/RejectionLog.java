package org.tollwatch.cli;

import java.util.Map;
import java.util.TreeMap;
import org.tollwatch.stream.Rejection;

/** Tells each rejected input as it occurs, and counts them by reason. */
final class RejectionLog {

    private final Console console;
    private final Map<String, Long> byReason = new TreeMap<>();

    RejectionLog(Console console) {
        this.console = console;
    }

    void add(Rejection rejection) {
        byReason.merge(rejection.reason().label(), 1L, Long::sum);
        console.complain("rejected " + rejection.origin() + ": " + rejection.detail());
    }

    long total() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts by reason, in the reasons' order. */
    Map<String, Long> byReason() {
        return Map.copyOf(byReason);
    }

    int exitStatus() {
        return byReason.isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED;
    }
}
