package org.tollwatch.replay;

import java.util.List;
import java.util.Objects;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/**
 * What reading one text again has changed.
 *
 * @param changed read otherwise from the same words
 */
public record ReportChange(
        IncidentReport before,
        IncidentReport now,
        List<ReportedClaim> added,
        List<ReportedClaim> gone,
        List<Otherwise> changed) {

    /** A claim as it was read before, and as it is read now. */
    public record Otherwise(ReportedClaim before, ReportedClaim now) {}

    /** Whether the conflict, too, is read to be another. */
    public boolean otherConflict() {
        return !Objects.equals(before.getConflict(), now.getConflict());
    }

    boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty() && !otherConflict();
    }
}
