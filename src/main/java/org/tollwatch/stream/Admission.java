package org.tollwatch.stream;

import java.util.List;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/** What becomes of a record on {@link Topics#REPORTS}. */
sealed interface Admission {

    /**
     * Its claims are to be entered.
     *
     * @param retractions of what an earlier version of it said
     */
    record Admitted(IncidentReport report, List<ReportedClaim> retractions) implements Admission {}

    /** It goes to the dead letters as it came. */
    record Rejected(Rejection rejection, byte[] original) implements Admission {}
}
