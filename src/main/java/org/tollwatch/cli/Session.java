package org.tollwatch.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.DeadLetterReader;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.guard.Secret;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.serve.HttpPeers;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Peers;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/**
 * The tally service and a publisher, and unless there is a cluster already, its broker and registry in this process; all
 * stopped at the end, also after Ctrl-C.
 */
final class Session implements AutoCloseable {

    private final Parts parts = new Parts();
    private final Settings settings;
    private final Peers peers;
    private final TallyService service;
    private final ReportPublisher publisher;
    private final DeadLetterReader deadLetters;

    private Session(
            WorkDirectory directory,
            Optional<Cluster> cluster,
            Optional<HostInfo> server,
            Optional<Secret> token,
            Conflicts conflicts,
            MeterRegistry meters,
            Clock clock) {
        try {
            parts.add(directory);
            Cluster at = cluster.orElseGet(
                    () -> parts.add(LocalCluster.start(directory.path())).at());
            Path state = directory.path().resolve("state");
            Settings alone = Settings.of(at, state);
            settings = server.map(alone::withServer).orElse(alone);
            peers = server.isPresent() ? new HttpPeers(token) : Peers.NONE;
            service = parts.add(TallyService.start(settings, conflicts, Policy.standard(), meters, clock, peers));
            publisher = parts.add(ReportPublisher.to(at, meters));
            deadLetters = new DeadLetterReader(at);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts all and returns when they answer. What they throw says what to do. */
    static Session start(WorkDirectory directory, Conflicts conflicts, Console console) {
        return start(
                directory,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                conflicts,
                new SimpleMeterRegistry(),
                console);
    }

    /**
     * @param cluster that runs already; empty: one in this process, which keeps its data in the directory
     * @param server where other instances of the cluster can ask this one; empty: it is alone
     * @param token that this one shows to the others; empty where they ask for none
     */
    static Session start(
            WorkDirectory directory,
            Optional<Cluster> cluster,
            Optional<HostInfo> server,
            Optional<Secret> token,
            Conflicts conflicts,
            MeterRegistry meters,
            Console console) {
        try (ProgressBar bar = new ProgressBar(console)) {
            bar.show("starting", 0, 0);
            return new Session(directory, cluster, server, token, conflicts, meters, console.clock());
        }
    }

    /** How the counting runs. */
    Settings settings() {
        return settings;
    }

    /** How other instances are asked. */
    Peers peers() {
        return peers;
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
        parts.close();
    }
}
