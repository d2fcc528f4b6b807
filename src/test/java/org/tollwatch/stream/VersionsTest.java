package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

class VersionsTest {

    private static final ReportedClaim WRONG = killed("320", "artsakh", 3, 320).build();
    private static final ReportedClaim RIGHT = killed("32", "artsakh", 3, 32).build();
    private static final ReportedClaim OTHER = killed("5", "armenia", 3, 5).build();
    private static final ReportedClaim LATER = killed("7", "artsakh", 4, 7).build();

    private static IncidentReport version(int revision, ReportedClaim... claims) {
        return report("page", claims).setRevision(revision).build();
    }

    /** What the last of the versions withdraws. */
    private static List<String> withdrawn(ReportedClaim[]... versions) {
        return retractions(versions).stream().map(ReportedClaim::getRetracts).toList();
    }

    private static List<ReportedClaim> retractions(ReportedClaim[]... versions) {
        List<IncidentReport> all = new ArrayList<>();
        for (ReportedClaim[] claims : versions) {
            all.add(version(all.size() + 1, claims));
        }
        return Versions.retractions(all);
    }

    private static ReportedClaim[] saying(ReportedClaim... claims) {
        return claims;
    }

    @Test
    void aFirstVersionWithdrawsNothing() {
        assertThat(withdrawn(saying(WRONG, OTHER))).isEmpty();
    }

    @Test
    void anotherFigureOfTheSameLossesTakesThePlaceOfTheOld() {
        assertThat(withdrawn(saying(WRONG, OTHER), saying(RIGHT, OTHER))).containsExactly("320");
    }

    @Test
    void theRetractionStandsOnTheWordsThatAreThereNow() {
        ReportedClaim retraction = retractions(saying(WRONG), saying(RIGHT)).get(0);
        assertThat(retraction.getQuote()).isEqualTo(RIGHT.getQuote());
        assertThat(retraction.getParty()).isEqualTo("artsakh");
        assertThat(retraction.getId()).isNotIn("320", "32");
    }

    @Test
    void theSameFigureOfTheOtherSideTakesThePlaceOfTheOld() {
        ReportedClaim turned = ReportedClaim.newBuilder(WRONG)
                .setId("turned")
                .setParty("azerbaijan")
                .build();
        assertThat(withdrawn(saying(WRONG), saying(turned))).containsExactly("320");
    }

    @Test
    void whatIsNoLongerMentionedWasSaidAllTheSame() {
        assertThat(withdrawn(saying(WRONG, OTHER), saying(OTHER))).isEmpty();
        assertThat(withdrawn(saying(WRONG), saying(OTHER))).isEmpty();
    }

    @Test
    void theFigureOfAnotherDayCorrectsNothing() {
        assertThat(withdrawn(saying(WRONG), saying(LATER))).isEmpty();
    }

    @Test
    void whatIsAddedWithdrawsNothing() {
        assertThat(withdrawn(saying(RIGHT), saying(RIGHT, WRONG, OTHER))).isEmpty();
    }

    @Test
    void whatIsSaidAgainStandsAgain() {
        List<ReportedClaim> second = retractions(saying(WRONG), saying(RIGHT));
        List<String> third = withdrawn(saying(WRONG), saying(RIGHT), saying(WRONG));
        assertThat(third).containsExactlyInAnyOrder(second.get(0).getId(), "32");
        assertThat(withdrawn(saying(WRONG), saying(RIGHT), saying(WRONG), saying(RIGHT)))
                .as("the retraction of 32, and 320 a second time")
                .hasSize(2)
                .contains("320");
    }

    @Test
    void aReportThatIsMovedToAnotherConflictTakesAllOfItAlong() {
        IncidentReport moved = IncidentReport.newBuilder(version(2, WRONG))
                .setConflict("another")
                .setClaims(List.of(LATER))
                .build();
        assertThat(Versions.retractions(List.of(version(1, WRONG), moved)))
                .extracting(ReportedClaim::getRetracts)
                .containsExactly("320");
    }
}
