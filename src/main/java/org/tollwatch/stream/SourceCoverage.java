package org.tollwatch.stream;

import java.time.Duration;
import java.time.Instant;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.SourceSum;

/**
 * What came from a source in a language.
 *
 * @param reports that were admitted
 * @param claims that were read from them
 * @param first the earliest publication
 * @param last the latest
 */
public record SourceCoverage(String source, String language, long reports, long claims, Instant first, Instant last) {

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** How many reports a day, from the first to the last; of less than a day, as many as there are. */
    public double perDay() {
        double days = Duration.between(first, last).toSeconds() / DAY_SECONDS;
        return reports / Math.max(1, days);
    }

    static SourceCoverage of(SourceSum sum) {
        return new SourceCoverage(
                sum.getSource(), sum.getLanguage(), sum.getReports(), sum.getClaims(), sum.getFirst(), sum.getLast());
    }

    static SourceCoverage of(IncidentReport report) {
        Instant at = report.getPublishedAt();
        return new SourceCoverage(
                report.getSource(), report.getLanguage(), 1, report.getClaims().size(), at, at);
    }

    /** The same as a new version of a report that was counted here already. */
    SourceCoverage again() {
        return new SourceCoverage(source, language, 0, 0, first, last);
    }

    /** @param other of the same source and language; null: nothing */
    SourceSum plus(SourceSum other) {
        return other == null
                ? new SourceSum(source, language, reports, claims, first, last)
                : new SourceSum(
                        source,
                        language,
                        reports + other.getReports(),
                        claims + other.getClaims(),
                        first.isBefore(other.getFirst()) ? first : other.getFirst(),
                        last.isAfter(other.getLast()) ? last : other.getLast());
    }
}
