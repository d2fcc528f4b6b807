package org.tollwatch.gather;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.streams.state.HostInfo;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;

/** Looks at feeds in a process of its own, to be killed. Says "gathering" when it begins. */
final class GatherMain {

    private GatherMain() {}

    /** @param args the file of feeds, the broker's and the registry's addresses */
    public static void main(String[] args) throws Exception {
        // It is to be killed, but must not outlive a test that failed before it did so.
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        Conflicts conflicts = Conflicts.bundled();
        Settings settings =
                Settings.of(Cluster.of(args[1], args[2]), Path.of("unused")).withServer(new HostInfo("127.0.0.1", 1));
        ReportMaker maker = new ReportMaker(conflicts, Clock.systemUTC());
        FeedService.start(
                FeedsFile.read(Path.of(args[0]), conflicts),
                settings,
                maker,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
        System.out.println("gathering");
        Thread.currentThread().join();
    }
}
