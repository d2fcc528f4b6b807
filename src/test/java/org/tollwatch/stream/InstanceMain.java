package org.tollwatch.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;

/**
 * Counts in a process of its own, to be killed: on the given broker, or without one on a local broker that dies with it.
 * Says "counting" when it has entered something.
 */
final class InstanceMain {

    private static final int SOME = 20;

    private InstanceMain() {}

    /** @param args directory, application, and perhaps the broker's and the registry's addresses */
    public static void main(String[] args) throws Exception {
        // It is to be killed, but must not outlive a test that failed before it did so.
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        Path directory = Path.of(args[0]);
        if (args.length > 2) {
            count(settings(Cluster.of(args[2], args[3]), args[1], directory));
        } else {
            LocalCluster cluster = LocalCluster.start(directory);
            Settings settings = settings(cluster.at(), args[1], directory.resolve("state"));
            try (Registry registry = Registry.at(settings.cluster().registryUrl());
                    Sender sender = new Sender(settings.cluster().bootstrapServers(), registry)) {
                count(settings, sender);
            }
        }
    }

    private static void count(Settings settings) throws InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TallyService.start(settings, Conflicts.bundled(), Policy.standard(), meters);
        while (entered(meters) < SOME) {
            LockSupport.parkNanos(10_000_000);
        }
        System.out.println("counting");
        Thread.currentThread().join();
    }

    private static void count(Settings settings, Sender sender) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TallyService.start(settings, Conflicts.bundled(), Policy.standard(), meters);
        for (int i = 0; ; i += SOME) {
            sender.send(Reports.many(i, SOME));
            if (entered(meters) >= SOME) {
                System.out.println("counting");
            }
        }
    }

    private static double entered(SimpleMeterRegistry meters) {
        return meters.get("tollwatch.claims")
                .tag("decision", "entered")
                .counter()
                .count();
    }

    /** Reckons seldom, so that a kill finds books that were entered and not reckoned. */
    static Settings settings(Cluster cluster, String application, Path state) {
        return new Settings(
                cluster,
                application,
                state,
                3,
                1,
                1,
                Duration.ofMillis(700),
                Optional.empty(),
                10_000,
                TopicNames.LIVE);
    }
}
