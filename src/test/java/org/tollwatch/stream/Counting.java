package org.tollwatch.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;

/** A service that counts on a real broker, and a producer beside it. */
final class Counting implements AutoCloseable {

    final MeterRegistry meters = new SimpleMeterRegistry();
    final TallyService service;
    private final LocalCluster cluster;
    private final Registry registry;
    private final Sender sender;

    Counting(Path directory) throws Exception {
        cluster = LocalCluster.start(directory.resolve("cluster"));
        service = TallyService.start(
                Settings.of(cluster.at(), directory.resolve("state")), Conflicts.bundled(), Policy.standard(), meters);
        registry = Registry.at(cluster.registryUrl());
        sender = new Sender(cluster.bootstrapServers(), registry);
    }

    /** Returns when they are counted. */
    void count(List<IncidentReport> reports) throws Exception {
        sender.send(reports);
        service.awaitQuiet(progress -> {});
    }

    @Override
    public void close() {
        sender.close();
        registry.close();
        service.close();
        cluster.close();
    }
}
