package org.tollwatch.feed;

import java.util.ArrayList;
import java.util.List;
import org.tollwatch.ledger.Scope;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.Measure;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;

/**
 * What an event of UCDP GED claims: its deaths altogether, and those of each class. The ids are made from the event's, so
 * that the claims are the same whichever source brings them.
 */
final class GedClaims {

    static final String CLAIMANT = "UCDP GED";

    private final GedEvent event;
    private final List<ReportedClaim> claims = new ArrayList<>();

    private GedClaims(GedEvent event) {
        this.event = event;
    }

    static List<ReportedClaim> of(GedEvent event) {
        GedClaims made = new GedClaims(event);
        made.add(Scope.ALL, Status.ANY, "deaths", event.low(), event.best(), event.high());
        made.addClass(event.partyA(), Status.COMBATANT, GedEvent.SIDE_A);
        made.addClass(event.partyB(), Status.COMBATANT, GedEvent.SIDE_B);
        made.addClass(Scope.ALL, Status.CIVILIAN, GedEvent.CIVILIANS);
        made.addClass(Scope.ALL, Status.UNKNOWN, GedEvent.UNKNOWN);
        return List.copyOf(made.claims);
    }

    /**
     * A class is stated as a best only. At most all that is unsure of the event may be unsure of one class. A class of 0
     * says something only where the event's high leaves room for it.
     */
    private void addClass(String party, Status status, String column) {
        long best = event.deaths().get(column);
        long low = Math.max(0, best - Math.max(0, event.best() - event.low()));
        long high = best + Math.max(0, event.high() - event.best());
        if (high > 0) {
            add(party, status, column, low, best, high);
        }
    }

    private void add(String party, Status status, String column, long low, long best, long high) {
        claims.add(ReportedClaim.newBuilder()
                .setId("ucdp-ged:" + event.id() + ":" + column)
                .setMeasure(Measure.KILLED)
                .setLow(low)
                .setBest(best)
                .setHigh(high)
                .setQualifier(low == best && best == high ? "EXACT" : "RANGE")
                .setWords(column + " " + best)
                .setStatus(status)
                .setParty(party)
                .setClaimant(new Claimant(CLAIMANT, CLAIMANT, null, Side.INDEPENDENT, false))
                .setPeriod(
                        new CoveredPeriod(event.period().from(), event.period().to(), event.precision(), false))
                .setExtent(Extent.LISTED)
                .setCoverage(Coverage.INCIDENT)
                .setIncident("ucdp-ged:" + event.id())
                .setPlace(event.place())
                .setQuote(event.words())
                .build());
    }
}
