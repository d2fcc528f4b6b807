package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.IncidentReport;

/**
 * What looks at feeds is killed again and again while they have news. In the end the same reports are there as without, each
 * once, and the same claims. {@code -Dtollwatch.kills=100} says how often.
 */
@Tag("slow")
@Timeout(3_600)
class KilledGatheringTest {

    private static final int KILLS = Integer.getInteger("tollwatch.kills", 10);
    private static final int FEEDS = 3;
    private static final int AT_ONCE = 5;
    private static final int WINDOW = 200;
    private static final int NEWS = 20;
    private static final int ITEMS = NEWS * KILLS;
    private static final long MOST_MILLIS = 1_500;
    private static final long SOON_MILLIS = 200;
    private static final ZonedDateTime FIRST = ZonedDateTime.parse("2020-10-01T00:00:00Z");

    /** The newest item that a feed may have by now. */
    private volatile int last;

    private final Map<Integer, AtomicInteger> shown = new ConcurrentHashMap<>();

    @TempDir
    Path directory;

    @Test
    void nothingIsLostAndNothingCountedTwice() throws Exception {
        Random random = new Random(20201017);
        TreeSet<String> disturbed;
        TreeSet<String> claims;
        try (FeedWorld world = new FeedWorld(Files.createDirectories(directory.resolve("killed")))) {
            Path file = open(world);
            for (int kill = 1; kill <= KILLS; kill++) {
                last = kill * NEWS;
                int before = world.reports().size();
                Process process = start(world, file);
                try {
                    // Every second one has published something, however slow the machine is.
                    if (kill % 2 == 0) {
                        await().atMost(Duration.ofMinutes(2))
                                .until(() -> world.reports().size() > before);
                    }
                    Thread.sleep(random.nextLong(kill % 2 == 0 ? SOON_MILLIS : MOST_MILLIS));
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
            int reports = world.reports().size();
            try (FeedService end = world.gather(Files.readString(file))) {
                await().atMost(Duration.ofMinutes(10)).until(this::allShown);
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> world.reports().size() >= FEEDS * ITEMS);
                assertThat(end.health()).hasSize(FEEDS);
            }
            world.service.awaitQuiet(progress -> {});
            System.out.println(KILLS + " kills; " + reports + " reports when the last was killed, "
                    + world.reports().size() + " in the end");
            disturbed = told(world);
            claims = claims(world);
            assertThat(world.rejected()).isEmpty();
            assertThat(world.reports()).as("each once").hasSize(disturbed.size());
        }
        shown.clear();
        try (FeedWorld world = new FeedWorld(Files.createDirectories(directory.resolve("left-alone")));
                FeedService undisturbed = world.gather(Files.readString(open(world)))) {
            await().atMost(Duration.ofMinutes(10)).until(this::allShown);
            await().atMost(Duration.ofMinutes(2)).until(() -> world.reports().size() >= FEEDS * ITEMS);
            world.service.awaitQuiet(progress -> {});
            assertThat(undisturbed.health()).hasSize(FEEDS);
            assertThat(disturbed).hasSize(FEEDS * ITEMS).isEqualTo(told(world));
            assertThat(claims).isNotEmpty().isEqualTo(claims(world));
        }
    }

    /** All but when it was first seen. */
    private static TreeSet<String> told(FeedWorld world) {
        TreeSet<String> told = new TreeSet<>();
        for (IncidentReport report : world.reports()) {
            told.add(IncidentReport.newBuilder(report)
                    .setFirstSeenAt(null)
                    .build()
                    .toString());
        }
        return told;
    }

    private static TreeSet<String> claims(FeedWorld world) {
        TreeSet<String> claims = new TreeSet<>();
        world.service.claims("nagorno-karabakh").forEach(entry -> claims.add(entry.toString()));
        return claims;
    }

    private boolean allShown() {
        return shown.size() == FEEDS && shown.values().stream().allMatch(n -> n.get() >= ITEMS);
    }

    /** Feeds that have more to say each time they are asked, and say the last of it. */
    private Path open(FeedWorld world) throws IOException {
        StringBuilder yaml = new StringBuilder("pause: 0s\nevery: 100ms\nfeeds:\n");
        for (int feed = 0; feed < FEEDS; feed++) {
            int number = feed;
            world.web.at("/" + feed, exchange -> {
                int newest = shown.computeIfAbsent(number, n -> new AtomicInteger())
                        .updateAndGet(n -> Math.min(last, n + AT_ONCE));
                WildServer.body(document(number, newest)).answer(exchange);
            });
            yaml.append("  f")
                    .append(feed)
                    .append(": {url: '")
                    .append(world.web.url("/" + feed))
                    .append("', source: S")
                    .append(feed)
                    .append(", allow-private: true}\n");
        }
        return Files.writeString(directory.resolve("killed.yaml"), yaml.toString());
    }

    private static String document(int feed, int last) {
        List<String> items = new ArrayList<>();
        for (int i = last; i > Math.max(0, last - WINDOW); i--) {
            ZonedDateTime at = FIRST.plusMinutes(13L * i + feed);
            items.add(FeedWorld.item(
                    "g" + i,
                    "Day " + i,
                    "The Artsakh defence ministry said " + (2 + i % 50) + " of its soldiers were killed on "
                            + at.format(DateTimeFormatter.ofPattern("d MMMM", java.util.Locale.ENGLISH)) + ".",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(at),
                    ""));
        }
        return FeedWorld.rss(items.toArray(String[]::new));
    }

    private Process start(FeedWorld world, Path feeds) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        GatherMain.class.getName(),
                        feeds.toString(),
                        world.settings().cluster().bootstrapServers(),
                        world.settings().cluster().registryUrl())
                .redirectError(directory.resolve("gather.log").toFile())
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("gathering")) {
                return process;
            }
        }
        throw new AssertionError("it did not begin: " + Files.readString(directory.resolve("gather.log")));
    }
}
