package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Peers;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.TallyService;

/** Two instances watch on one broker, each some of the conflicts: either tells the alerts of all, or says it cannot. */
@Timeout(300)
class TwoDesksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final String RULES =
            "rules:\n  heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 90d}\n";

    @TempDir
    Path directory;

    private final Map<HostInfo, AlertService> watching = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void eitherTellsTheAlertsOfAllAndTheOneThatIsLeftTellsThemToo() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"));
                TallyService counting = TallyService.start(
                        settings(cluster, 0),
                        CONFLICTS,
                        Policy.standard(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        Peers.NONE);
                AlertService two = start(cluster, 2)) {
            AlertService one = start(cluster, 1);
            try (ReportPublisher publisher = ReportPublisher.to(cluster.at(), new SimpleMeterRegistry())) {
                publisher.publish(
                        report("r", killed("c", "artsakh", 2, 54).build()).build(), "test", new byte[0]);
                publisher.flush();
                counting.awaitQuiet(progress -> {});
            }
            await().atMost(PATIENCE).until(() -> tells(one) && tells(two) && asked.get() > 0);
            List<AlertStatus> right = one.alerts(Reports.CONFLICT);
            assertThat(two.alerts(Reports.CONFLICT)).isEqualTo(right);
            assertThat(one.firing().size() + two.firing().size())
                    .as("what is sent again is sent by one of the two; this is of the past, and sent by none")
                    .isZero();

            watching.remove(host(1));
            one.close();
            await().atMost(PATIENCE).until(() -> tellsRight(two, right));
        }
    }

    /** Whether it tells; when it does, rightly. */
    private static boolean tellsRight(AlertService service, List<AlertStatus> right) {
        try {
            assertThat(service.alerts(Reports.CONFLICT)).isEqualTo(right);
            return true;
        } catch (StoresNotReadyException e) {
            return false;
        }
    }

    /** Whether it tells the one alert that there is. */
    private static boolean tells(AlertService service) {
        try {
            return service.alerts(Reports.CONFLICT).size() == 1;
        } catch (StoresNotReadyException e) {
            return false;
        }
    }

    private AlertService start(LocalCluster cluster, int number) throws Exception {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), RULES, StandardCharsets.UTF_8);
        AlertService service = AlertService.start(
                settings(cluster, number),
                RulesFile.read(rules, CONFLICTS),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                (host, store, range, partitions) -> {
                    assertThat(store).isEqualTo(AlertService.STORE);
                    asked.incrementAndGet();
                    AlertService other = watching.get(host);
                    if (other == null) {
                        throw new StoresNotReadyException("it was stopped");
                    }
                    return other.part(range, partitions);
                });
        watching.put(host(number), service);
        return service;
    }

    private Settings settings(LocalCluster cluster, int number) {
        return Settings.of(cluster.at(), directory.resolve("state-" + number)).withServer(host(number));
    }

    private static HostInfo host(int number) {
        return new HostInfo("instance", number);
    }
}
