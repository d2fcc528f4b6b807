package org.tollwatch.serve;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.tollwatch.stream.SourceCoverage;

/** When each source was last heard in each language, for those with the most reports; the others together. */
final class SourceGauges implements MultiCollector {

    /** Of two series each. */
    static final int MOST = 100;

    /** Source and language of all that are not among the first. */
    static final String OTHER = "other";

    private static final Comparator<SourceCoverage> MOST_REPORTS_FIRST = Comparator.comparingLong(
                    SourceCoverage::reports)
            .reversed()
            .thenComparing(SourceCoverage::source)
            .thenComparing(SourceCoverage::language);

    private final int most;
    private volatile List<SourceCoverage> shown = List.of();
    private volatile int leftOut;

    SourceGauges(int most) {
        this.most = most;
    }

    void set(List<SourceCoverage> sources) {
        List<SourceCoverage> sorted =
                sources.stream().sorted(MOST_REPORTS_FIRST).toList();
        leftOut = Math.max(0, sorted.size() - most);
        shown = leftOut == 0
                ? sorted
                : Stream.concat(
                                sorted.stream().limit(most),
                                sorted.stream().skip(most).reduce(SourceGauges::together).stream())
                        .toList();
    }

    private static SourceCoverage together(SourceCoverage a, SourceCoverage b) {
        return new SourceCoverage(
                OTHER, OTHER, a.reports() + b.reports(), a.claims() + b.claims(), first(a, b), last(a, b));
    }

    private static Instant first(SourceCoverage a, SourceCoverage b) {
        return a.first().isBefore(b.first()) ? a.first() : b.first();
    }

    private static Instant last(SourceCoverage a, SourceCoverage b) {
        return a.last().isAfter(b.last()) ? a.last() : b.last();
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                gauge(
                        "tollwatch_source_last_published_timestamp_seconds",
                        "When the newest report of a source in a language was published",
                        source -> source.last().getEpochSecond()),
                gauge(
                        "tollwatch_source_reports_per_day",
                        "Reports a day of a source in a language, from its first to its last",
                        SourceCoverage::perDay),
                TallyGauges.one("tollwatch_sources_left_out", "Sources that are shown together as 'other'", leftOut));
    }

    private GaugeSnapshot gauge(String name, String help, ToDoubleFunction<SourceCoverage> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        shown.forEach(source -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(Labels.of("source", source.source(), "language", source.language()))
                .value(value.applyAsDouble(source))
                .build()));
        return gauge.build();
    }
}
