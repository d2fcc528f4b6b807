package org.tollwatch.stream;

import org.tollwatch.report.IncidentReport;

/** What becomes of a record on {@link Topics#REPORTS}. */
sealed interface Admission {

    /** Its claims are to be entered. */
    record Admitted(IncidentReport report) implements Admission {}

    /** It goes to the dead letters as it came. */
    record Rejected(Rejection rejection, byte[] original) implements Admission {}
}
