package org.tollwatch.stream;

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

/** Reports and claims as tests need them: a day's official losses unless told otherwise. */
public final class Reports {

    public static final String CONFLICT = "nagorno-karabakh";
    public static final Instant OCTOBER_5 = Instant.parse("2020-10-05T08:00:00Z");

    static {
        AvroSerde.trustOwnRecords();
    }

    private Reports() {}

    public static IncidentReport.Builder report(String id, ReportedClaim... claims) {
        return IncidentReport.newBuilder()
                .setId(id)
                .setSource("wire")
                .setLanguage("en")
                .setPublishedAt(OCTOBER_5)
                .setConflict(CONFLICT)
                .setClaims(List.of(claims));
    }

    /** The party's own figure of its killed on one day of October 2020, in the conflict's zone. */
    public static ReportedClaim.Builder killed(String id, String party, int day, long count) {
        Instant from = Instant.parse("2020-09-30T20:00:00Z").plusSeconds(86_400L * (day - 1));
        return ReportedClaim.newBuilder()
                .setId(id)
                .setMeasure(Measure.KILLED)
                .setLow(count)
                .setBest(count)
                .setHigh(count)
                .setQualifier("EXACT")
                .setWords(Long.toString(count))
                .setParty(party)
                .setClaimant(new Claimant("the ministry", party == null ? "ministry" : party, party, Side.SELF, false))
                .setPeriod(new CoveredPeriod(from, from.plusSeconds(86_400), Precision.DAY, false))
                .setExtent(Extent.WHOLE)
                .setCoverage(Coverage.DAY)
                .setQuote(count + " were killed");
    }

    /** Figures of three parties and three measures for the days of a month, each claimed in its own report. */
    public static List<IncidentReport> many(int from, int count) {
        List<String> parties = List.of("armenia", "artsakh", "azerbaijan");
        List<Measure> measures = List.of(Measure.KILLED, Measure.WOUNDED, Measure.MISSING);
        return IntStream.range(from, from + count)
                .mapToObj(i -> report(
                                "r" + i,
                                killed("c" + i, parties.get(i % 3), 1 + i / 9 % 28, i % 11)
                                        .setMeasure(measures.get(i / 3 % 3))
                                        .build())
                        .setPublishedAt(OCTOBER_5.plusSeconds(i))
                        .build())
                .toList();
    }
}
