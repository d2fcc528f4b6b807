package org.tollwatch.serve;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.News;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.TallyService;

/** What is known, for Prometheus. A scrape reads what is in memory; stores are read now and then, in a thread apart. */
final class Gauges implements NewsListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final long TALLIES_EVERY_SECONDS = 2;
    private static final long SOURCES_EVERY_SECONDS = 15;

    private static final Duration[] WAITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(250),
        Duration.ofMillis(400),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10)
    };

    private final TallyService service;
    private final Conflicts conflicts;
    private final PrometheusMeterRegistry meters;
    private final Clock clock;
    private final Timer wait;
    private final TallyBoard board = new TallyBoard();
    private final SourceGauges sources = new SourceGauges(SourceGauges.MOST);
    private final List<MultiCollector> collectors = List.of(new TallyGauges(board, TallyGauges.MOST), sources);
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gauges");
        thread.setDaemon(true);
        return thread;
    });

    /** @param clock only to tell how long ago a report came */
    Gauges(TallyService service, Conflicts conflicts, PrometheusMeterRegistry meters, Clock clock) {
        this.service = service;
        this.conflicts = conflicts;
        this.meters = meters;
        this.clock = clock;
        wait = Timer.builder("tollwatch.report.to.tally")
                .description("From a report's coming on its topic to the reading of a committed tally it changed")
                .serviceLevelObjectives(WAITS)
                .register(meters);
        flag(
                "tollwatch.ready",
                "1 when all stores can be asked, else 0",
                () -> service.notReady().isEmpty());
        flag(
                "tollwatch.counting",
                "1 while counting goes on or can go on, 0 when it stopped for good",
                () -> service.stopped().isEmpty());
        collectors.forEach(each -> meters.getPrometheusRegistry().register(each));
    }

    private void flag(String name, String description, BooleanSupplier is) {
        Gauge.builder(name, () -> is.getAsBoolean() ? 1 : 0)
                .description(description)
                .register(meters);
    }

    void start() {
        reading.scheduleWithFixedDelay(() -> guarded(this::readTallies), 0, TALLIES_EVERY_SECONDS, TimeUnit.SECONDS);
        reading.scheduleWithFixedDelay(() -> guarded(this::readSources), 0, SOURCES_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void heard(News.Item item) {
        item.arrived()
                .map(arrived -> Duration.between(arrived, clock.instant()))
                .ifPresent(took -> wait.record(took.isNegative() ? Duration.ZERO : took));
        board.heard(item.news());
    }

    @Override
    public void missed() {
        board.clear();
        conflicts.all().stream().map(Conflict::id).forEach(board::read);
    }

    /** What cannot be read now is read at the next look. */
    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (StoresNotReadyException | StreamException e) {
            LOG.debug("The gauges stay as they are: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The gauges stay as they are: {}", e.toString());
        }
    }

    private void readTallies() {
        for (Optional<String> next = board.takeUnread(); next.isPresent(); next = board.takeUnread()) {
            String conflict = next.get();
            try {
                TallyBoard.KINDS.forEach(kind -> board.stored(service.tallies(conflict, kind)));
            } catch (RuntimeException e) {
                board.read(conflict);
                throw e;
            }
        }
    }

    private void readSources() {
        sources.set(service.reports().coverage());
    }

    @Override
    public void close() {
        reading.shutdownNow();
        collectors.forEach(each -> meters.getPrometheusRegistry().unregister(each));
    }
}
