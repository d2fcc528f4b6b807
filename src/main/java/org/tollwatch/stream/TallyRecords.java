package org.tollwatch.stream;

import java.util.Locale;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Side;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.CitedClaim;
import org.tollwatch.report.ClaimantView;
import org.tollwatch.report.SeriesFinding;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.report.TallyWindow;

/** Tallies as they lie in stores and on the topic, there and back without loss. */
public final class TallyRecords {

    private TallyRecords() {}

    public static TallyRecord of(Tally tally) {
        Scope scope = tally.scope();
        Window window = tally.window();
        return TallyRecord.newBuilder()
                .setConflict(scope.conflict())
                .setParty(scope.party())
                .setMeasure(org.tollwatch.report.Measure.valueOf(scope.measure().name()))
                .setItem(scope.item().isEmpty() ? null : scope.item())
                .setStatus(org.tollwatch.report.Status.valueOf(scope.status().name()))
                .setPlace(scope.place().isEmpty() ? null : scope.place())
                .setWindow(new TallyWindow(
                        window.kind().label(),
                        window.period().from(),
                        window.period().to()))
                .setLow(tally.low())
                .setBest(tally.best())
                .setHigh(closed(tally.high()))
                .setGrade(tally.grade().name())
                .setOrigins(tally.origins())
                .setClaimants(tally.claimants().stream().map(TallyRecords::of).toList())
                .setClaims(tally.claims().stream()
                        .map(c -> new CitedClaim(c.id(), c.publishedAt()))
                        .toList())
                .setFindings(tally.findings().stream().map(TallyRecords::of).toList())
                .setPolicy(tally.policy())
                .setAsOf(tally.asOf())
                .build();
    }

    public static Tally toTally(TallyRecord record) {
        return new Tally(
                new Scope(
                        record.getConflict(),
                        record.getParty(),
                        Measure.valueOf(record.getMeasure().name()),
                        record.getItem() == null ? "" : record.getItem(),
                        Status.valueOf(record.getStatus().name()),
                        record.getPlace() == null ? "" : record.getPlace()),
                new Window(
                        WindowKind.valueOf(record.getWindow().getKind().toUpperCase(Locale.ROOT)),
                        new Period(
                                record.getWindow().getFrom(), record.getWindow().getTo())),
                record.getLow(),
                record.getBest(),
                open(record.getHigh()),
                Grade.valueOf(record.getGrade()),
                record.getOrigins(),
                record.getClaimants().stream().map(TallyRecords::toView).toList(),
                record.getClaims().stream()
                        .map(c -> new Citation(c.getId(), c.getPublishedAt()))
                        .toList(),
                record.getFindings().stream().map(TallyRecords::toFinding).toList(),
                record.getPolicy(),
                record.getAsOf());
    }

    private static ClaimantView of(View view) {
        return new ClaimantView(
                view.account(),
                org.tollwatch.report.Side.valueOf(view.side().name()),
                view.low(),
                view.best(),
                closed(view.high()),
                view.covers());
    }

    private static SeriesFinding of(Finding finding) {
        return new SeriesFinding(
                finding.kind().name(),
                finding.account(),
                finding.period().from(),
                finding.period().to(),
                finding.before(),
                finding.after(),
                finding.claims());
    }

    private static Finding toFinding(SeriesFinding finding) {
        return new Finding(
                Finding.Kind.valueOf(finding.getKind()),
                finding.getAccount(),
                new Period(finding.getFrom(), finding.getTo()),
                finding.getBefore(),
                finding.getAfter(),
                finding.getClaims());
    }

    private static View toView(ClaimantView view) {
        return new View(
                view.getName(),
                Side.valueOf(view.getSide().name()),
                view.getLow(),
                view.getBest(),
                open(view.getHigh()),
                view.getCovers());
    }

    private static Long closed(long high) {
        return high == Count.OPEN ? null : Long.valueOf(high);
    }

    private static long open(Long high) {
        return high == null ? Count.OPEN : high;
    }
}
