package org.tollwatch.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;

/** An instance in a process of its own, to be killed. Says "counting" when it has admitted something. */
final class InstanceMain {

    private InstanceMain() {}

    public static void main(String[] args) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TallyService.start(
                settings(args[0], args[1], args[2], Path.of(args[3])), Conflicts.bundled(), Policy.standard(), meters);
        while (meters.get("tollwatch.claims")
                        .tag("decision", "entered")
                        .counter()
                        .count()
                < 20) {
            Thread.onSpinWait();
        }
        System.out.println("counting");
        Thread.currentThread().join();
    }

    /** Reckons seldom, so that a kill finds books that were entered and not reckoned. */
    static Settings settings(String bootstrapServers, String registryUrl, String application, Path state) {
        return new Settings(bootstrapServers, registryUrl, application, state, 3, 1, 1, Duration.ofMillis(700));
    }
}
