package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.local.LocalCluster;

/** Two instances on one broker, each with some of the partitions: either answers for all, right or not at all. */
@Timeout(300)
class TwoInstancesTest {

    private static final List<WindowKind> KINDS = List.of(WindowKind.DAY, WindowKind.EPISODE);

    @TempDir
    Path directory;

    private final Map<HostInfo, TallyService> instances = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private TallyService start(LocalCluster cluster, int number) {
        HostInfo at = new HostInfo("instance", number);
        Settings settings = InstanceMain.settings(cluster.at(), "shared", directory.resolve("state-" + number))
                .withServer(at);
        TallyService service = TallyService.start(
                settings,
                Conflicts.bundled(),
                Policy.standard(),
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                (host, store, range, partitions) -> {
                    asked.incrementAndGet();
                    TallyService other = instances.get(host);
                    if (other == null) {
                        throw new StoresNotReadyException("it was stopped");
                    }
                    return other.part(store, range, partitions);
                });
        instances.put(at, service);
        return service;
    }

    private static List<Tally> all(TallyService service) {
        List<Tally> tallies = new ArrayList<>();
        KINDS.forEach(kind -> tallies.addAll(service.tallies(Reports.CONFLICT, kind)));
        return tallies;
    }

    @Test
    void eitherAnswersForAllAndWhenOneStopsTheOtherIsRightAgainAndNeverWrong() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"));
                TallyService two = start(cluster, 2);
                Registry registry = Registry.at(cluster.registryUrl());
                Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
            TallyService one = start(cluster, 1);
            sender.send(Reports.many(0, 60));
            one.awaitQuiet(progress -> {});
            two.awaitQuiet(progress -> {});
            List<Tally> right = all(one);
            assertThat(right).isNotEmpty();
            assertThat(all(two)).isEqualTo(right);
            assertThat(two.claims(Reports.CONFLICT)).hasSize(60).isEqualTo(one.claims(Reports.CONFLICT));
            assertThat(asked.get()).as("each has only some of the partitions").isPositive();

            instances.remove(new HostInfo("instance", 1));
            one.close();
            await().atMost(Duration.ofSeconds(60)).until(() -> answersRight(two, right));
        }
    }

    /** Whether it answers; when it does, rightly. */
    private static boolean answersRight(TallyService service, List<Tally> right) {
        try {
            assertThat(all(service)).isEqualTo(right);
            return true;
        } catch (StoresNotReadyException e) {
            return false;
        }
    }
}
