package org.tollwatch.serve;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tollwatch.ledger.Count;

/**
 * The newest tallies as gauges, at most so many. A high that nothing bounds has no sample, as has a figure that is not
 * known: neither is a number.
 */
final class TallyGauges implements MultiCollector {

    /** Of five series each. */
    static final int MOST = 500;

    private final TallyBoard board;
    private final int most;

    TallyGauges(TallyBoard board, int most) {
        this.board = board;
        this.most = most;
    }

    @Override
    public MetricSnapshots collect() {
        List<TallyBoard.Row> all = board.rows();
        List<TallyBoard.Row> shown = all.subList(0, Math.min(most, all.size()));
        return MetricSnapshots.of(
                gauge("tollwatch_tally_low", "The least the claims support", shown, row -> some(row.low())),
                gauge(
                        "tollwatch_tally_best",
                        "The best figure under the default policy",
                        shown,
                        row -> some(row.best())),
                gauge(
                        "tollwatch_tally_high",
                        "The most the claims allow; absent where nothing bounds it",
                        shown,
                        row -> row.high() == Count.OPEN ? OptionalDouble.empty() : some(row.high())),
                gauge(
                        "tollwatch_tally_from_timestamp_seconds",
                        "When the window begins",
                        shown,
                        row -> at(row.period().from())),
                gauge(
                        "tollwatch_tally_to_timestamp_seconds",
                        "When the window ends",
                        shown,
                        row -> at(row.period().to())),
                one(
                        "tollwatch_tallies_left_out",
                        "Newest tallies that are not shown as gauges",
                        all.size() - shown.size()));
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private static OptionalDouble at(Instant time) {
        return OptionalDouble.of(time.getEpochSecond());
    }

    /** A gauge without labels. */
    static GaugeSnapshot one(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .build())
                .build();
    }

    private static GaugeSnapshot gauge(
            String name, String help, List<TallyBoard.Row> rows, Function<TallyBoard.Row, OptionalDouble> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        rows.forEach(row -> value.apply(row)
                .ifPresent(known -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels(row))
                        .value(known)
                        .build())));
        return gauge.build();
    }

    private static Labels labels(TallyBoard.Row row) {
        return Labels.of(
                "conflict",
                row.conflict(),
                "party",
                row.party(),
                "measure",
                row.measure().name(),
                "status",
                row.status().name(),
                "window",
                row.kind().label());
    }
}
