package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;

/** A report as one line of JSON; {@code count --format reports} reads it back. */
public final class ReportJson {

    private final Conflicts conflicts;

    public ReportJson(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** The report on one line. */
    public String line(IncidentReport report) {
        return Json.line(to -> report(report, to));
    }

    /** The fields of the report, into an object that is open. */
    public void report(IncidentReport report, JsonGenerator to) throws IOException {
        HeaderJson.fields(report, to);
        claims(report, to);
        if (report.getImprint() != null) {
            Json.field(to, "imprint", inner -> {
                numbers(inner, "words", report.getImprint().getWords());
                numbers(inner, "figures", report.getImprint().getFigures());
            });
        }
    }

    /** The field of its claims, into an object that is open. */
    public void claims(IncidentReport report, JsonGenerator to) throws IOException {
        PeriodText periods = PeriodText.in(zone(report));
        to.writeArrayFieldStart("claims");
        for (ReportedClaim claim : report.getClaims()) {
            Json.object(to, inner -> claim(claim, periods, inner));
        }
        to.writeEndArray();
    }

    private static void numbers(JsonGenerator to, String name, List<Integer> numbers) throws IOException {
        to.writeArrayFieldStart(name);
        for (int number : numbers) {
            to.writeNumber(number);
        }
        to.writeEndArray();
    }

    private Optional<ZoneId> zone(IncidentReport report) {
        return Optional.ofNullable(report.getConflict())
                .flatMap(conflicts::byId)
                .map(Conflict::zone);
    }

    private static void claim(ReportedClaim claim, PeriodText periods, JsonGenerator to) throws IOException {
        Json.text(to, "id", claim.getId());
        Json.text(to, "measure", claim.getMeasure().name());
        Json.textIfAny(to, "kind", claim.getKind());
        Json.textIfAny(to, "item", claim.getItem());
        to.writeNumberField("low", claim.getLow());
        to.writeNumberField("best", claim.getBest());
        if (claim.getHigh() == null) {
            to.writeNullField("high");
        } else {
            to.writeNumberField("high", claim.getHigh());
        }
        Json.text(to, "qualifier", claim.getQualifier());
        Json.textIfAny(to, "vague", claim.getVague());
        Json.text(to, "words", claim.getWords());
        Json.text(to, "status", claim.getStatus().name());
        Json.text(to, "party", claim.getParty());
        Json.textIfAny(to, "target", claim.getTarget());
        Json.field(to, "claimant", inner -> claimant(claim.getClaimant(), inner));
        Json.field(to, "period", inner -> {
            Json.text(inner, "from", periods.from(claim.getPeriod()));
            Json.text(inner, "to", periods.to(claim.getPeriod()));
            Json.text(inner, "precision", claim.getPeriod().getPrecision().name());
            if (claim.getPeriod().getAssumed()) {
                inner.writeBooleanField("assumed", true);
            }
        });
        Json.text(to, "extent", claim.getExtent().name());
        Json.text(to, "coverage", claim.getCoverage().name());
        place(claim.getPlace(), to);
        Json.textIfAny(to, "incident", claim.getIncident());
        Json.textIfAny(to, "retracts", claim.getRetracts());
        Json.text(to, "quote", claim.getQuote());
        to.writeNumberField("start", claim.getStart());
        to.writeNumberField("end", claim.getEnd());
        to.writeNumberField(
                "confidence", BigDecimal.valueOf(claim.getConfidence()).setScale(3, RoundingMode.HALF_UP));
    }

    private static void claimant(Claimant claimant, JsonGenerator to) throws IOException {
        Json.text(to, "name", claimant.getName());
        Json.text(to, "account", claimant.getAccount());
        Json.textIfAny(to, "party", claimant.getParty());
        Json.text(to, "side", claimant.getSide().name());
        if (claimant.getOutlet()) {
            to.writeBooleanField("outlet", true);
        }
    }

    private static void place(ReportedPlace place, JsonGenerator to) throws IOException {
        if (place == null) {
            to.writeNullField("place");
            return;
        }
        Json.field(to, "place", inner -> {
            Json.text(inner, "name", place.getName());
            if (place.getLat() != null && place.getLon() != null) {
                inner.writeNumberField("lat", place.getLat());
                inner.writeNumberField("lon", place.getLon());
            }
        });
    }
}
