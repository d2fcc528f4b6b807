package org.tollwatch.feed;

import java.util.List;
import org.tollwatch.ledger.Count;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Reason;

/** What the schema cannot say of a claim: that its figures are in order and its period has a length. */
final class ClaimChecks {

    private ClaimChecks() {}

    static void check(IncidentReport report) throws Flaw {
        List<ReportedClaim> claims = report.getClaims();
        for (int i = 0; i < claims.size(); i++) {
            check(claims.get(i), "claims[" + i + "].");
        }
    }

    private static void check(ReportedClaim claim, String path) throws Flaw {
        long high = claim.getHigh() == null ? Count.OPEN : claim.getHigh();
        require(claim.getLow() >= 0, Reason.BAD_COUNT, path + "low: " + claim.getLow() + " is negative");
        require(
                claim.getLow() <= claim.getBest(),
                Reason.BAD_COUNT,
                path + "best: " + claim.getBest() + " is less than low, " + claim.getLow());
        require(
                claim.getBest() <= high,
                Reason.BAD_COUNT,
                path + "high: " + high + " is less than best, " + claim.getBest());
        require(
                claim.getBest() <= Count.LARGEST,
                Reason.BAD_COUNT,
                path + "best: " + claim.getBest() + " is more than any toll (" + Count.LARGEST + ")");
        require(
                claim.getPeriod().getFrom().isBefore(claim.getPeriod().getTo()),
                Reason.BAD_PERIOD,
                path + "period: ends at " + claim.getPeriod().getTo() + ", not after it starts at "
                        + claim.getPeriod().getFrom() + "; 'to' is exclusive");
        require(
                claim.getStart() >= 0 && claim.getStart() <= claim.getEnd(),
                Reason.BAD_VALUE,
                path + "end: " + claim.getEnd() + " lies before start, " + claim.getStart());
        require(
                claim.getConfidence() >= 0 && claim.getConfidence() <= 1,
                Reason.BAD_VALUE,
                path + "confidence: " + claim.getConfidence() + " is not between 0 and 1");
    }

    private static void require(boolean holds, Reason reason, String otherwise) throws Flaw {
        if (!holds) {
            throw new Flaw(reason, otherwise);
        }
    }
}
