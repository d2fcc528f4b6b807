package org.tollwatch.gather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What it costs to look at 500 feeds once a minute, of which 60 are slow, endless, looping, gzip bombs, or break off; and how
 * late the others are. The looking is a process of its own; the web and the broker are beside it.
 */
final class FiveHundredFeeds {

    private static final int GOOD = 440;
    private static final int BAD = 60;
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final String DAY = "Sat, 17 Oct 2020 10:45:00 GMT";

    private final Map<String, ConcurrentLinkedQueue<Long>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger news = new AtomicInteger();

    private FiveHundredFeeds() {}

    /** @param args how many minutes; 3 unless told */
    public static void main(String[] args) throws Exception {
        new FiveHundredFeeds().measure(args.length > 0 ? Integer.parseInt(args[0]) : 3);
        System.exit(0);
    }

    private void measure(int minutes) throws Exception {
        Path directory = Files.createTempDirectory("feeds");
        try (FeedWorld world = new FeedWorld(directory)) {
            Path file = Files.writeString(directory.resolve("500.yaml"), open(world.web));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GatherMain.class.getName(),
                            file.toString(),
                            world.settings().cluster())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("gather.log").toFile())
                    .start();
            Thread.sleep(EVERY.plusSeconds(30).toMillis()); // the first round is more than the others
            long reports = world.reports().size();
            Duration before = cpu(process);
            Thread.sleep(Duration.ofMinutes(minutes).toMillis());
            Duration after = cpu(process);
            System.out.printf(
                    "CPU %.2f s a minute (first 90 s: %.1f s); memory %s; threads %s; new reports %d in %d min%n",
                    after.minus(before).toMillis() / 1000.0 / minutes,
                    before.toMillis() / 1000.0,
                    status(process, "VmRSS"),
                    status(process, "Threads"),
                    world.reports().size() - reports,
                    minutes);
            process.destroyForcibly();
        }
        late();
    }

    /** Between two looks at a good feed lie 54 to 66 seconds; what is more is late. */
    private void late() {
        long[] gaps = asked.values().stream()
                .flatMapToLong(times -> {
                    List<Long> all = List.copyOf(times);
                    return java.util.stream.LongStream.range(1, all.size())
                            .map(i -> all.get((int) i) - all.get((int) i - 1));
                })
                .sorted()
                .toArray();
        System.out.printf(
                "looks at good feeds %d, pause median %.1f s, 99 of 100 under %.1f s, longest %.1f s%n",
                gaps.length + asked.size(),
                gaps[gaps.length / 2] / 1e9,
                gaps[gaps.length * 99 / 100] / 1e9,
                gaps[gaps.length - 1] / 1e9);
    }

    private String open(WildServer web) throws IOException {
        web.at("/drip", WildServer.dripping())
                .at("/endless", WildServer.endless())
                .at("/loop", WildServer.status(302, "Location", "/pool"))
                .at("/pool", WildServer.status(302, "Location", "/loop"))
                .at("/bomb", WildServer.bytes(WildServer.gzipped(new byte[100 << 20]), "Content-Encoding", "gzip"))
                .at("/broken", WildServer.broken());
        List<String> bad = List.of("/drip", "/endless", "/loop", "/bomb", "/broken", "/drip");
        StringBuilder yaml = new StringBuilder("every: " + EVERY.toSeconds() + "s\nfeeds:\n");
        for (int i = 0; i < GOOD + BAD; i++) {
            String path = i < GOOD ? "/good" + i : bad.get(i % bad.size());
            if (i < GOOD) {
                web.at(path, good(path));
            }
            String url = web.url("127.1." + i / 250 + "." + (i % 250 + 1), path);
            yaml.append("  f")
                    .append(i)
                    .append(": {url: '")
                    .append(url)
                    .append("', source: S")
                    .append(i)
                    .append(", allow-private: true}\n");
        }
        return yaml.toString();
    }

    /** 30 items; in one look of ten there is a new one, else it is unchanged. */
    private WildServer.Way good(String path) {
        AtomicInteger newest = new AtomicInteger(30);
        return exchange -> {
            asked.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
            int last = news.incrementAndGet() % 10 == 0 ? newest.incrementAndGet() : newest.get();
            String[] items = new String[30];
            Arrays.setAll(
                    items,
                    i -> FeedWorld.item(
                            path + (last - i),
                            "Ganja",
                            "At least " + (2 + (last - i) % 50) + " civilians were killed in Ganja, Azerbaijan said.",
                            DAY,
                            ""));
            WildServer.tagged(FeedWorld.rss(items), "\"" + last + "\"").answer(exchange);
        };
    }

    private static Duration cpu(Process process) {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String status(Process process, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .orElse("unknown")
                .replaceAll("\\s+", " ");
    }
}
