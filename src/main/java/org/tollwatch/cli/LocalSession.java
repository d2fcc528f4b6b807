package org.tollwatch.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.DeadLetterReader;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/** Broker, registry, the tally service and a publisher in this process; all stopped at the end, also after Ctrl-C. */
final class LocalSession implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread onInterrupt = new Thread(this::stop, "clean-up");
    private final TallyService service;
    private final ReportPublisher publisher;
    private final DeadLetterReader deadLetters;

    private LocalSession(WorkDirectory directory, Conflicts conflicts, Policy policy, Clock clock) {
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            parts.push(directory);
            MeterRegistry meters = new SimpleMeterRegistry();
            LocalCluster cluster = open(LocalCluster.start(directory.path()));
            Settings settings = Settings.of(
                    cluster.bootstrapServers(),
                    cluster.registryUrl(),
                    directory.path().resolve("state"));
            service = open(TallyService.start(settings, conflicts, policy, meters, clock));
            publisher = open(ReportPublisher.to(cluster.bootstrapServers(), cluster.registryUrl(), meters));
            deadLetters = new DeadLetterReader(cluster.bootstrapServers());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts all and returns when they answer. What they throw says what to do. */
    static LocalSession start(WorkDirectory directory, Conflicts conflicts, Policy policy, Console console) {
        try (ProgressBar bar = new ProgressBar(console)) {
            bar.show("starting", 0, 0);
            return new LocalSession(directory, conflicts, policy, console.clock());
        }
    }

    TallyService service() {
        return service;
    }

    ReportPublisher publisher() {
        return publisher;
    }

    DeadLetterReader deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // the hook is running already
        }
        stop();
    }

    private <T extends AutoCloseable> T open(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    private void stop() {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    // The others must be stopped whatever this one does; nothing is lost that is not on the topic.
                }
            }
        }
    }
}
