package org.tollwatch.serve;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.gather.FeedHealth;
import org.tollwatch.gather.FeedService;

/** How feeds do: how many are in each state, and of the first of them when they last answered and had news. */
final class FeedGauges implements MultiCollector {

    /** Of two series each. */
    static final int MOST = 500;

    private final FeedService feeds;

    FeedGauges(FeedService feeds) {
        this.feeds = feeds;
    }

    @Override
    public MetricSnapshots collect() {
        List<FeedHealth> all = feeds.health();
        return MetricSnapshots.of(
                states(all),
                times(
                        "tollwatch_feed_last_success_timestamp_seconds",
                        "When a feed last answered as it should",
                        all,
                        FeedHealth::lastSuccess),
                times(
                        "tollwatch_feed_last_item_timestamp_seconds",
                        "When a feed last had something new",
                        all,
                        FeedHealth::lastNewItem));
    }

    private static GaugeSnapshot states(List<FeedHealth> all) {
        Map<FeedHealth.State, Integer> counts = new EnumMap<>(FeedHealth.State.class);
        for (FeedHealth.State state : FeedHealth.State.values()) {
            counts.put(state, 0);
        }
        all.forEach(health -> counts.merge(health.state(), 1, Integer::sum));
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("tollwatch_feeds").help("Feeds by state");
        counts.forEach((state, count) -> gauge.dataPoint(point(Labels.of("state", state.label()), count)));
        return gauge.build();
    }

    /** What never happened has no sample. */
    private static GaugeSnapshot times(
            String name, String help, List<FeedHealth> all, Function<FeedHealth, Optional<Instant>> when) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        all.stream()
                .limit(MOST)
                .forEach(health -> when.apply(health)
                        .ifPresent(time -> gauge.dataPoint(
                                point(Labels.of("feed", health.feed().name()), time.getEpochSecond()))));
        return gauge.build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }
}
