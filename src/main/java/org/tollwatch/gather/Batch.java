package org.tollwatch.gather;

import java.util.ArrayList;
import java.util.List;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Rejection;

/** What is written to Kafka together, or not at all: reports, what was rejected, and what is remembered of it. */
final class Batch {

    /** What was rejected, how it came, and what must be known to read it again. */
    record Buried(Rejection rejection, Came came) {}

    /** A report, and how it came, should it be too large. */
    record Made(IncidentReport report, String origin, Came came) {}

    private final List<Made> reports = new ArrayList<>();
    private final List<Buried> buried = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    Batch report(IncidentReport report, String origin, Came came) {
        reports.add(new Made(report, origin, came));
        return this;
    }

    Batch bury(Rejection rejection, Came came) {
        buried.add(new Buried(rejection, came));
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
