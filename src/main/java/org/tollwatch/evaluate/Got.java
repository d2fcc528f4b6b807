package org.tollwatch.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.ReportedClaim;

/**
 * A claim as it was read.
 *
 * @param zone in which its days begin
 */
public record Got(ReportedClaim claim, ZoneId zone) {

    private static final List<String> WITHOUT_QUANTITY = List.of(VagueWord.SOME.name(), VagueWord.MANY.name());

    /** How many it says. */
    public Count count() {
        Long high = claim.getHigh();
        return new Count(claim.getLow(), claim.getBest(), high == null ? Count.OPEN : high);
    }

    /** The words it stands on. */
    public Words words() {
        return new Words(claim.getStart(), claim.getEnd(), claim.getQuote());
    }

    /** Whether it says a number, or a word that has a size. */
    boolean quantified() {
        return !WITHOUT_QUANTITY.contains(claim.getQualifier());
    }

    boolean historical() {
        return claim.getCoverage() == Coverage.HISTORICAL;
    }

    /** What it says of a slot; "" where it leaves it open. Its bounds are no word: see {@link #count()}. */
    public String value(Slot slot) {
        String value = switch (slot) {
            case BOUNDS -> null;
            case MEASURE -> claim.getMeasure().name();
            case ITEM -> claim.getItem();
            case STATUS -> claim.getStatus().name();
            case PARTY -> claim.getParty();
            case TARGET -> claim.getTarget();
            case CLAIMANT_SIDE -> claim.getClaimant().getParty();
            case COVERAGE -> claim.getCoverage().name();
            case FROM -> day(claim.getPeriod().getFrom()).toString();
            case TO -> day(claim.getPeriod().getTo()).minusDays(1).toString();
        };
        return value == null ? "" : value;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
