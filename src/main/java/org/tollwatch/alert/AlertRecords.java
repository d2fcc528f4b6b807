package org.tollwatch.alert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.AlertFigures;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.report.CitedClaim;
import org.tollwatch.report.TallyWindow;

/** Alerts and their states as they lie on the topic and in the store, there and back without loss. */
final class AlertRecords {

    private AlertRecords() {}

    static AlertRecord of(Alert alert) {
        Subject subject = alert.subject();
        return AlertRecord.newBuilder()
                .setId(alert.id())
                .setNumber(alert.number())
                .setEvent(alert.event().name())
                .setRule(alert.rule())
                .setKind(alert.kind())
                .setTier(alert.tier().name())
                .setSeverity(alert.severity())
                .setConflict(subject.conflict())
                .setParty(subject.party())
                .setMeasure(subject.measure())
                .setItem(subject.item())
                .setStatus(subject.status())
                .setPlace(subject.place())
                .setSource(subject.source())
                .setWindow(subject.window().map(AlertRecords::of).orElse(null))
                .setWhy(alert.why())
                .setStartsAt(alert.startsAt())
                .setAt(alert.at())
                .setBefore(alert.before().map(AlertRecords::of).orElse(null))
                .setFigures(alert.figures().map(AlertRecords::of).orElse(null))
                .setLive(alert.live())
                .build();
    }

    static Alert toAlert(AlertRecord record) {
        return new Alert(
                record.getId(),
                record.getNumber(),
                Event.valueOf(record.getEvent()),
                record.getRule(),
                record.getKind(),
                Tier.valueOf(record.getTier()),
                record.getSeverity(),
                subject(record),
                record.getWhy(),
                record.getStartsAt(),
                record.getAt(),
                Optional.ofNullable(record.getBefore()).map(AlertRecords::figures),
                Optional.ofNullable(record.getFigures()).map(AlertRecords::figures),
                record.getLive());
    }

    static AlertStateRecord of(AlertState state) {
        return AlertStateRecord.newBuilder()
                .setFirings(state.firings())
                .setActive(state.active())
                .setMet(state.met().orElse(null))
                .setHeard(state.heard().orElse(null))
                .setTally(state.tally())
                .setFindings(state.findings())
                .setLast(state.last().map(AlertRecords::of).orElse(null))
                .build();
    }

    static AlertState toState(AlertStateRecord record) {
        return new AlertState(
                record.getFirings(),
                record.getActive(),
                Optional.ofNullable(record.getMet()),
                Optional.ofNullable(record.getHeard()),
                record.getTally(),
                record.getFindings(),
                Optional.ofNullable(record.getLast()).map(AlertRecords::toAlert));
    }

    private static Subject subject(AlertRecord record) {
        return new Subject(
                record.getConflict(),
                record.getParty(),
                record.getMeasure(),
                record.getItem(),
                record.getStatus(),
                record.getPlace(),
                record.getSource(),
                Optional.ofNullable(record.getWindow())
                        .map(w -> new Window(
                                WindowKind.valueOf(w.getKind().toUpperCase(Locale.ROOT)),
                                new Period(w.getFrom(), w.getTo()))));
    }

    private static TallyWindow of(Window window) {
        return new TallyWindow(
                window.kind().label(), window.period().from(), window.period().to());
    }

    private static AlertFigures of(Figures figures) {
        List<CitedClaim> claims = figures.claims().stream()
                .map(c -> new CitedClaim(c.id(), c.publishedAt()))
                .toList();
        Long high = figures.high() == Count.OPEN ? null : Long.valueOf(figures.high());
        return new AlertFigures(
                figures.low(), figures.best(), high, figures.grade().name(), figures.origins(), claims);
    }

    private static Figures figures(AlertFigures record) {
        return new Figures(
                record.getLow(),
                record.getBest(),
                record.getHigh() == null ? Count.OPEN : record.getHigh(),
                Grade.valueOf(record.getGrade()),
                record.getOrigins(),
                record.getClaims().stream()
                        .map(c -> new Citation(c.getId(), c.getPublishedAt()))
                        .toList());
    }
}
