package org.tollwatch.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/** Reads the texts of reports again, and tells what is read otherwise. */
public final class ReReading {

    private final Function<Article, Extraction> extractor;

    public ReReading(Function<Article, Extraction> extractor) {
        this.extractor = extractor;
    }

    /**
     * What came of a report.
     *
     * @param report as it is now
     * @param sum what that adds to the sums
     * @param change empty when nothing is read otherwise
     */
    public record Read(IncidentReport report, Changes sum, Optional<ReportChange> change) {}

    /** A report without a text, one whose claims were not read from it, and one whose text cannot be read stay as they are. */
    public Read read(IncidentReport report) {
        if (report.getText() == null || report.getText().isBlank() || isGiven(report)) {
            return new Read(report, new Changes(0, 1, 0, 0, Map.of()), Optional.empty());
        }
        Extraction extraction = extractor.apply(new Article(
                report.getId(),
                report.getSource(),
                report.getUrl(),
                report.getLanguage(),
                report.getPublishedAt(),
                report.getTitle(),
                report.getText()));
        return extraction instanceof Extraction.Read read
                ? compared(report, read.report())
                : new Read(report, new Changes(0, 0, 1, 0, Map.of()), Optional.empty());
    }

    /** Whether its claims were made by whoever published it: their words do not stand where an extractor would say. */
    private static boolean isGiven(IncidentReport report) {
        String text = report.getText();
        int length = text.codePointCount(0, text.length());
        return !report.getClaims().isEmpty()
                && report.getClaims().stream().noneMatch(claim -> stands(claim, text, length));
    }

    private static boolean stands(ReportedClaim claim, String text, int length) {
        return claim.getStart() >= 0
                && claim.getEnd() <= length
                && claim.getStart() < claim.getEnd()
                && text.substring(
                                text.offsetByCodePoints(0, claim.getStart()),
                                text.offsetByCodePoints(0, claim.getEnd()))
                        .equals(claim.getQuote());
    }

    private static Read compared(IncidentReport before, IncidentReport read) {
        IncidentReport now = IncidentReport.newBuilder(before)
                .setLanguage(read.getLanguage())
                .setConflict(read.getConflict())
                .setClaims(read.getClaims())
                .setImprint(read.getImprint())
                .build();
        ReportChange change = change(before, now);
        Changes sum = new Changes(1, 0, 0, change.isEmpty() ? 0 : 1, sums(change));
        return new Read(now, sum, Optional.of(change).filter(c -> !c.isEmpty()));
    }

    private static ReportChange change(IncidentReport before, IncidentReport now) {
        List<ReportedClaim> gone = new ArrayList<>(before.getClaims());
        List<ReportedClaim> added = new ArrayList<>(now.getClaims());
        for (ReportedClaim claim : before.getClaims()) {
            if (added.remove(claim)) {
                gone.remove(claim);
            }
        }
        List<ReportChange.Otherwise> changed = new ArrayList<>();
        for (ReportedClaim claim : List.copyOf(gone)) {
            added.stream()
                    .filter(other -> other.getMeasure() == claim.getMeasure() && overlap(claim, other))
                    .findFirst()
                    .ifPresent(other -> {
                        gone.remove(claim);
                        added.remove(other);
                        changed.add(new ReportChange.Otherwise(claim, other));
                    });
        }
        return new ReportChange(before, now, added, gone, changed);
    }

    private static boolean overlap(ReportedClaim a, ReportedClaim b) {
        return a.getStart() < b.getEnd() && b.getStart() < a.getEnd();
    }

    private static Map<Changes.Kind, Changes.Sum> sums(ReportChange change) {
        Map<Changes.Kind, Changes.Sum> sums = new HashMap<>();
        String before = change.before().getLanguage();
        String now = change.now().getLanguage();
        add(sums, before, change.before().getClaims().stream(), new Changes.Sum(1, 0, 0, 0, 0));
        add(sums, now, change.now().getClaims().stream(), new Changes.Sum(0, 1, 0, 0, 0));
        add(sums, now, change.added().stream(), new Changes.Sum(0, 0, 1, 0, 0));
        add(sums, before, change.gone().stream(), new Changes.Sum(0, 0, 0, 1, 0));
        add(sums, now, change.changed().stream().map(ReportChange.Otherwise::now), new Changes.Sum(0, 0, 0, 0, 1));
        return sums;
    }

    private static void add(
            Map<Changes.Kind, Changes.Sum> sums, String language, Stream<ReportedClaim> claims, Changes.Sum one) {
        claims.forEach(claim ->
                sums.merge(new Changes.Kind(language, claim.getMeasure().name()), one, Changes.Sum::plus));
    }
}
