package org.tollwatch.alert;

import static org.tollwatch.stream.Reports.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/** A desk: a real broker, the counting, the watching and the telling. */
final class Desktop implements AutoCloseable {

    static final Conflicts CONFLICTS = Conflicts.bundled();
    static final String SECRET = "a secret of the test";

    private final LocalCluster cluster;
    private final TallyService counting;
    private final AlertService alerts;
    private final Deliveries deliveries;
    private final ReportPublisher publisher;

    Desktop(Path directory, Path rules) {
        MeterRegistry meters = new SimpleMeterRegistry();
        cluster = LocalCluster.start(directory.resolve("cluster"));
        Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
        counting = TallyService.start(settings, CONFLICTS, Policy.standard(), meters);
        alerts = AlertService.start(settings, RulesFile.read(rules, CONFLICTS), Clock.systemUTC(), meters);
        Messages messages = new Messages(counting, new AlertText(CONFLICTS), "http://desk.example");
        Deliveries.Pace pace = new Deliveries.Pace(
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                Clock.systemUTC(),
                new Random(1),
                Map.of("HOOK_SECRET", SECRET)::get);
        deliveries = Deliveries.start(settings, alerts, messages, pace, meters);
        publisher = ReportPublisher.to(cluster.at(), meters);
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    AlertService alerts() {
        return alerts;
    }

    TallyService counting() {
        return counting;
    }

    /** Publishes a report of one claim, hours after all others so far. */
    void publish(int hours, ReportedClaim.Builder claim) {
        publish(report("r-" + claim.getId(), claim.build())
                .setPublishedAt(Reports.OCTOBER_5.plus(Duration.ofHours(hours)))
                .setUrl("https://wire.example/" + claim.getId())
                .build());
    }

    void publish(IncidentReport report) {
        publisher.publish(report, "test", new byte[0]);
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
        deliveries.close();
        alerts.close();
        counting.close();
        cluster.close();
    }
}
