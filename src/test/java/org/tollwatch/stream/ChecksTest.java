package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;

class ChecksTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Instant NOW = Instant.parse("2023-10-01T00:00:00Z");

    @Test
    void aSoundReportHasNoFault() {
        assertThat(faultOf(report("r1", killed("c1", "artsakh", 2, 54).build())))
                .isEmpty();
        assertThat(faultOf(report("r1", killed("c1", null, 2, 54).setHigh(null).build())))
                .isEmpty();
        assertThat(faultOf(report("no claims at all"))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertFault(report(" "), Reason.MISSING_FIELD, "id is empty");
        assertFault(report("r1").setSource(""), Reason.MISSING_FIELD, "source");
        assertFault(report("r1", killed("", "artsakh", 2, 1).build()), Reason.MISSING_FIELD, "claims[0].id");
        ReportedClaim nobody = killed("c2", "artsakh", 2, 1)
                .setClaimant(new Claimant(" ", "", null, Side.INDEPENDENT, false))
                .build();
        assertFault(
                report("r1", killed("c1", "artsakh", 2, 1).build(), nobody),
                Reason.MISSING_FIELD,
                "claims[1].claimant.name");
    }

    @Test
    void theConflictIsKnown() {
        assertFault(report("r1").setConflict(null), Reason.NO_CONFLICT, "conflict is empty");
        assertFault(report("r1").setConflict("atlantis"), Reason.UNKNOWN_CONFLICT, "'atlantis'");
    }

    @Test
    void theDateOfPublicationIsPossible() {
        assertFault(at("1899-12-31T23:59:59Z"), Reason.BAD_DATE, "before 1900");
        assertFault(at("2023-10-02T00:00:01Z"), Reason.BAD_DATE, "more than a day after now");
        assertThat(faultOf(at("1900-01-01T00:00:00Z"))).isEmpty();
        assertThat(faultOf(at("2023-10-02T00:00:00Z"))).isEmpty();
    }

    @Test
    void countsAreCounts() {
        assertFault(count(-1, 0, 5L), Reason.BAD_COUNT, "low -1");
        assertFault(count(5, 4, 9L), Reason.BAD_COUNT, "low 5, best 4");
        assertFault(count(5, 5, 4L), Reason.BAD_COUNT, "high 4");
        assertFault(count(0, 20_000_000_000L, null), Reason.BAD_COUNT, "no toll");
        assertFault(count(0, 0, Long.MAX_VALUE), Reason.BAD_COUNT, "no toll");
        assertThat(faultOf(count(0, 0, null))).isEmpty();
    }

    @Test
    void periodsEndAfterTheyStart() {
        assertFault(period("2020-10-02T00:00:00Z", "2020-10-02T00:00:00Z"), Reason.BAD_PERIOD, "claims[0].period");
        assertFault(period("2020-10-02T00:00:00Z", "2020-10-01T00:00:00Z"), Reason.BAD_PERIOD, "after the start");
        assertFault(period("-1000-01-01T00:00:00Z", "2020-10-01T00:00:00Z"), Reason.BAD_PERIOD, "years 1 to 9999");
    }

    @Test
    void theMeasureIsCounted() {
        assertFault(
                report(
                        "r1",
                        killed("c1", "artsakh", 2, 1)
                                .setMeasure(Measure.UNKNOWN)
                                .build()),
                Reason.UNKNOWN_MEASURE,
                "claims[0].measure");
    }

    @Test
    void whatBecomesAKeyHoldsNoControlCharacters() {
        String evil = "artsakh\u001fKILLED";
        assertFault(report("r\u001f1"), Reason.BAD_VALUE, "id");
        assertFault(report("r1", killed(evil, "artsakh", 2, 1).build()), Reason.BAD_VALUE, "claims[0].id");
        assertFault(report("r1", killed("c1", evil, 2, 1).build()), Reason.BAD_VALUE, "party");
        assertFault(report("r1", killed("c1", "a", 2, 1).setItem("x\n").build()), Reason.BAD_VALUE, "item");
        ReportedPlace place = new ReportedPlace("p\u0000", null, null);
        assertFault(report("r1", killed("c1", "a", 2, 1).setPlace(place).build()), Reason.BAD_VALUE, "place.name");
        assertFault(report("i".repeat(501)), Reason.BAD_VALUE, "more than 500 characters");
    }

    @Test
    void offsetsConfidenceAndSizeAreInBounds() {
        assertFault(
                report("r1", killed("c1", "a", 2, 1).setStart(5).setEnd(4).build()),
                Reason.BAD_VALUE,
                "start 5, end 4");
        assertFault(
                report("r1", killed("c1", "a", 2, 1).setConfidence(Double.NaN).build()),
                Reason.BAD_VALUE,
                "confidence");
        assertFault(
                report(
                        "r1",
                        killed("c1", "a", 2, 1).setQuote("x".repeat(70_000)).build()),
                Reason.TOO_LARGE,
                "claims[0]");
    }

    private static IncidentReport.Builder at(String instant) {
        return report("r1").setPublishedAt(Instant.parse(instant));
    }

    private static IncidentReport.Builder count(long low, long best, Long high) {
        return report(
                "r1",
                killed("c1", "artsakh", 2, 0)
                        .setLow(low)
                        .setBest(best)
                        .setHigh(high)
                        .build());
    }

    private static IncidentReport.Builder period(String from, String to) {
        CoveredPeriod period = new CoveredPeriod(Instant.parse(from), Instant.parse(to), Precision.DAY, false);
        return report("r1", killed("c1", "artsakh", 2, 0).setPeriod(period).build());
    }

    private static void assertFault(IncidentReport.Builder report, Reason reason, String detail) {
        assertThat(faultOf(report)).hasValueSatisfying(fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.detail()).contains(detail);
        });
    }

    private static Optional<Fault> faultOf(IncidentReport.Builder report) {
        return Checks.fault(report.build(), NOW, CONFLICTS);
    }
}
