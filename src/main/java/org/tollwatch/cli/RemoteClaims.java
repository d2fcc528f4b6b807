package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;

/** Claims as a running service writes them. */
record RemoteClaims(String conflict) {

    LedgerEntry entry(JsonNode of) {
        return LedgerEntry.newBuilder()
                .setConflict(conflict)
                .setReportId(of.path("report").asText())
                .setSource(of.path("source").asText())
                .setUrl(text(of, "url"))
                .setLanguage(of.path("language").asText())
                .setPublishedAt(Instant.parse(of.path("publishedAt").asText()))
                .setClaim(claim(of))
                .build();
    }

    private static ReportedClaim claim(JsonNode of) {
        Measure measure = Measure.valueOf(of.path("measure").asText());
        return ReportedClaim.newBuilder()
                .setId(of.path("claim").asText())
                .setMeasure(measure)
                .setKind(measure == Measure.STRIKES ? text(of, "kind") : null)
                .setItem(measure == Measure.STRIKES ? null : text(of, "kind"))
                .setLow(of.path("low").asLong())
                .setBest(of.path("best").asLong())
                .setHigh(of.path("high").isNull() ? null : of.path("high").asLong())
                .setQualifier("")
                .setWords(of.path("words").asText())
                .setStatus(Status.valueOf(of.path("status").asText()))
                .setParty(
                        of.path("partyNamed").asBoolean(true) ? of.path("party").asText() : null)
                .setTarget(text(of, "target"))
                .setClaimant(new Claimant(
                        of.path("speaker").asText(),
                        of.path("account").asText(),
                        null,
                        Side.valueOf(of.path("side").asText()),
                        false))
                .setPeriod(period(of.path("period")))
                .setExtent(Extent.valueOf(of.path("extent").asText()))
                .setCoverage(Coverage.valueOf(of.path("coverage").asText()))
                .setPlace(of.has("place") ? new ReportedPlace(text(of, "place"), null, null) : null)
                .setRetracts(text(of, "retracts"))
                .setQuote(of.path("quote").asText())
                .build();
    }

    private static CoveredPeriod period(JsonNode of) {
        return new CoveredPeriod(
                Instant.parse(of.path("from").asText()),
                Instant.parse(of.path("to").asText()),
                Precision.valueOf(of.path("precision").asText()),
                of.path("assumed").asBoolean());
    }

    /** Null where there is none. */
    private static String text(JsonNode of, String name) {
        return of.hasNonNull(name) ? of.path(name).asText() : null;
    }
}
