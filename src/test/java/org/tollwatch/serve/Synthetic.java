package org.tollwatch.serve;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Side;
import org.tollwatch.stream.AvroSerde;

/** Reports of a day's official losses, each with one claim. */
final class Synthetic {

    private static final Instant OCTOBER = Instant.parse("2020-09-30T20:00:00Z");

    static {
        AvroSerde.trustOwnRecords();
    }

    private Synthetic() {}

    /** Of three parties, the days of a month, and growing figures. */
    static List<IncidentReport> reports(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Synthetic::report).toList();
    }

    static IncidentReport report(int i) {
        String party = List.of("armenia", "artsakh", "azerbaijan").get(i % 3);
        Instant day = OCTOBER.plusSeconds(86_400L * (i / 3 % 28));
        return IncidentReport.newBuilder()
                .setId("synthetic-" + i)
                .setSource("wire-" + i % 10)
                .setLanguage("en")
                .setTitle("Report " + i)
                .setPublishedAt(day.plusSeconds(86_400 + i / 84))
                .setConflict("nagorno-karabakh")
                .setClaims(List.of(claim("claim-" + i, party, day, 1 + i / 84)))
                .build();
    }

    private static ReportedClaim claim(String id, String party, Instant day, long killed) {
        return ReportedClaim.newBuilder()
                .setId(id)
                .setMeasure(Measure.KILLED)
                .setLow(killed)
                .setBest(killed)
                .setHigh(killed)
                .setQualifier("EXACT")
                .setWords(Long.toString(killed))
                .setParty(party)
                .setClaimant(new Claimant("the ministry", party, party, Side.SELF, false))
                .setPeriod(new CoveredPeriod(day, day.plusSeconds(86_400), Precision.DAY, false))
                .setExtent(Extent.WHOLE)
                .setCoverage(Coverage.DAY)
                .setQuote(killed + " were killed")
                .build();
    }
}
