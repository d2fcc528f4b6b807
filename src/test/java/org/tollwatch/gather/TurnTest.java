package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.IncidentReport;

/** Two processes with the same feeds, on a real broker. */
@Timeout(180)
class TurnTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DAY = "Sat, 17 Oct 2020 10:45:00 GMT";
    private static final String TOLD = "The Artsakh defence ministry said %d of its soldiers were killed.";

    @TempDir
    Path directory;

    @Test
    void oneLooksAndAnotherTakesOver() throws Exception {
        try (FeedWorld world = new FeedWorld(directory)) {
            say(world, 54);
            FeedService first = looking(world, 1);
            try (FeedService second = looking(world, 2)) {
                await().atMost(SOON).until(() -> world.reports().size() == 1);
                await().atMost(SOON).until(() -> second.health().get(0).items() == 1);
                assertThat(List.of(first.looks(), second.looks())).containsExactly(true, false);
                long asked = world.web.times("/f.xml");
                await().atMost(SOON).until(() -> world.web.times("/f.xml") > asked + 10);
                assertThat(List.of(first.looks(), second.looks())).containsExactly(true, false);

                first.close();
                say(world, 54, 57);
                await().atMost(SOON).until(second::looks);
                await().atMost(SOON).until(() -> world.reports().size() == 2);
            } finally {
                first.close();
            }
            assertThat(world.reports()).extracting(IncidentReport::getRevision).containsOnly(1);
            assertThat(world.rejected()).isEmpty();
        }
    }

    private static void say(FeedWorld world, int... killed) {
        String[] items = new String[killed.length];
        for (int i = 0; i < killed.length; i++) {
            items[i] = FeedWorld.item("g" + i, "Stepanakert", TOLD.formatted(killed[i]), DAY, "");
        }
        world.web.at("/f.xml", WildServer.body(FeedWorld.rss(items)));
    }

    private FeedService looking(FeedWorld world, int number) throws Exception {
        Path file = Files.writeString(
                directory.resolve("feeds-" + number + ".yaml"),
                "pause: 0s\nevery: 200ms\nfeeds:\n  f: {url: '" + world.web.url("/f.xml")
                        + "', source: S, allow-private: true}\n");
        return FeedService.start(
                FeedsFile.read(file, FeedWorld.CONFLICTS),
                world.settings().withServer(new HostInfo("127.0.0.1", number)),
                new ReportMaker(FeedWorld.CONFLICTS, Clock.systemUTC()),
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }
}
