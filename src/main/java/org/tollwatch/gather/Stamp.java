package org.tollwatch.gather;

import java.time.Instant;
import java.util.Optional;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;

/**
 * Which version of an article a report is of.
 *
 * @param revision 1 the first
 * @param revisedAt when this version was published or, where nobody says, found; empty for the first
 * @param firstSeenAt when the first was found
 */
public record Stamp(int revision, Optional<Instant> revisedAt, Instant firstSeenAt) {

    static {
        AvroSerde.trustOwnRecords();
    }

    /** The report with these. */
    IncidentReport on(IncidentReport report) {
        return IncidentReport.newBuilder(report)
                .setRevision(revision)
                .setRevisedAt(revisedAt.orElse(null))
                .setFirstSeenAt(firstSeenAt)
                .build();
    }
}
