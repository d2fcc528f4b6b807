package org.tollwatch.gather;

import java.time.Instant;
import org.apache.avro.Schema;
import org.tollwatch.report.IncidentReport;

/**
 * Which version of an article a report is of.
 *
 * @param revision 0 the first
 * @param firstSeenAt when the first was found
 */
record Stamp(int revision, Instant firstSeenAt) {

    /** The report with these. */
    IncidentReport on(IncidentReport report) {
        IncidentReport stamped = IncidentReport.newBuilder(report).build();
        put(stamped, "revision", revision);
        put(stamped, "firstSeenAt", firstSeenAt);
        return stamped;
    }

    private static void put(IncidentReport report, String name, Object value) {
        Schema.Field field = IncidentReport.getClassSchema().getField(name);
        if (field != null) {
            report.put(field.pos(), value);
        }
    }
}
