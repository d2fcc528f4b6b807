package org.tollwatch.gather;

import java.util.ArrayList;
import java.util.List;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Rejection;

/** What is written to Kafka together, or not at all: reports, what was rejected, and what is remembered of it. */
final class Batch {

    /** What was rejected, and how it came. */
    record Buried(Rejection rejection, byte[] original) {}

    /** A report, and how it came, should it be too large. */
    record Made(IncidentReport report, String origin, byte[] original) {}

    private final List<Made> reports = new ArrayList<>();
    private final List<Buried> buried = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    Batch report(IncidentReport report, String origin, byte[] original) {
        reports.add(new Made(report, origin, original));
        return this;
    }

    Batch bury(Rejection rejection, byte[] original) {
        buried.add(new Buried(rejection, original));
        return this;
    }

    Batch change(Change change) {
        changes.add(change);
        return this;
    }

    List<Made> reports() {
        return reports;
    }

    List<Buried> buried() {
        return buried;
    }

    List<Change> changes() {
        return changes;
    }

    int size() {
        return reports.size() + buried.size() + changes.size();
    }
}
