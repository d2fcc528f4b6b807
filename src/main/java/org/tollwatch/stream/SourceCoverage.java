package org.tollwatch.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tollwatch.report.ReportHeader;

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

    private static SourceCoverage of(ReportHeader header) {
        Instant at = header.getPublishedAt();
        return new SourceCoverage(header.getSource(), header.getLanguage(), 1, header.getClaims(), at, at);
    }

    private SourceCoverage plus(SourceCoverage other) {
        return new SourceCoverage(
                source,
                language,
                reports + other.reports,
                claims + other.claims,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    /** Adds reports up, whatever their order. */
    static final class Sum {

        private final Map<String, SourceCoverage> sums = new TreeMap<>();

        void add(ReportHeader header) {
            String key = header.getSource() + Keys.SEPARATOR + header.getLanguage();
            sums.merge(key, of(header), SourceCoverage::plus);
        }

        List<SourceCoverage> all() {
            Collection<SourceCoverage> all = sums.values();
            return List.copyOf(all);
        }
    }
}
