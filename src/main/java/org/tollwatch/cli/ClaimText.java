package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.PeriodText;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.Measure;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Side;

/** A claim in two lines: what it says, and who says so of when. */
record ClaimText(Labels labels, PeriodText periods) {

    /** {@code killed 54, combatants, Artsakh}. */
    String statement(ReportedClaim claim) {
        List<String> parts = new ArrayList<>();
        String kind = claim.getMeasure() == Measure.STRIKES ? claim.getKind() : claim.getItem();
        parts.add(Labels.measure(claim.getMeasure().name(), kind) + " "
                + Figures.range(claim.getLow(), claim.getBest(), claim.getHigh()));
        String status = Labels.status(claim.getStatus().name());
        if (!status.isEmpty()) {
            parts.add(status);
        }
        parts.add((claim.getMeasure() == Measure.STRIKES ? "by " : "")
                + labels.party(claim.getParty())
                + (claim.getTarget() == null ? "" : " on " + labels.party(claim.getTarget())));
        if (claim.getPlace() != null) {
            parts.add(claim.getPlace().getName());
        }
        return String.join(", ", parts);
    }

    /** {@code says the defence ministry (of its own losses); increment, 2020-10-02}. */
    String attribution(ReportedClaim claim) {
        return "says " + claim.getClaimant().getName() + " ("
                + side(claim.getClaimant().getSide()) + "); " + coverage(claim.getCoverage())
                + ", " + periods.brief(claim.getPeriod())
                + (claim.getPeriod().getAssumed() ? " (end taken from the publication)" : "");
    }

    private static String side(Side side) {
        return switch (side) {
            case SELF -> "of its own side";
            case ADVERSARY -> "of its adversary";
            case INDEPENDENT -> "of neither side";
        };
    }

    private static String coverage(Coverage coverage) {
        return switch (coverage) {
            case CUMULATIVE -> "running total";
            case HISTORICAL -> "past episode";
            case DAY -> "the day's figure";
            default -> coverage.name().toLowerCase(Locale.ROOT);
        };
    }
}
