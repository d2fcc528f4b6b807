package org.tollwatch.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How long answers take while reports come in: a service with a year's claims of one conflict, asked at an even pace. The
 * time runs from when a question was due, not from when it was sent: one that waits behind a slow one has waited. Arguments:
 * claims, questions a second, seconds, reports a second; then, if wanted, words that the names of the questions hold.
 */
final class QueryTimes {

    private static final String SCOPE =
            "conflict=" + YearOfWar.CONFLICT + "&party=ukraine&measure=KILLED&item=&status=ANY&place=";
    private static final String ALL = "conflict=" + YearOfWar.CONFLICT;
    /** @param often as often as asked for; else one after the other, a few */
    private record Asked(String name, boolean often, String path) {}

    /** @param last day that something is claimed of */
    private static List<Asked> questions(LocalDate last) {
        String week = "&from=" + last.minusDays(6) + "&to=" + last.plusDays(1);
        String since = "&since=" + last + "T10:00:00Z";
        return List.of(
                new Asked("one tally", true, "tallies?" + SCOPE + "&window=episode"),
                new Asked("all sides", true, "tallies?" + SCOPE.replace("=ukraine", "=*") + "&window=episode"),
                new Asked("year by day", true, "series?" + SCOPE + "&by=day&from=2023-01-01&to=2024-01-01&limit=400"),
                new Asked("all parties", false, "tallies?" + ALL + "&measure=KILLED&window=episode"),
                new Asked("claims page", false, "claims?" + ALL + "&limit=100"),
                new Asked("incidents page", false, "incidents?" + ALL + "&limit=100"),
                new Asked("from..to", false, "tallies?" + ALL + week),
                new Asked("explain", false, "explain?" + SCOPE + "&window=episode&limit=100"),
                new Asked("explain week", false, "explain?" + SCOPE + week + "&limit=100"),
                new Asked("diff", false, "diff?" + ALL + since),
                new Asked("diff by day", false, "diff?" + ALL + "&window=day" + since));
    }

    private static final int FEW = 9;
    private static final long FEW_NANOS = 10_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int claims;
    private final int rate;
    private final int seconds;
    private final int reports;
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean done;

    private QueryTimes(int claims, int rate, int seconds, int reports) {
        this.claims = claims;
        this.rate = rate;
        this.seconds = seconds;
        this.reports = reports;
    }

    public static void main(String[] args) throws Exception {
        int[] numbers = {30_000, 200, 10, 20};
        for (int i = 0; i < Math.min(args.length, numbers.length); i++) {
            numbers[i] = Integer.parseInt(args[i]);
        }
        List<String> wanted = Arrays.asList(args).subList(Math.min(args.length, numbers.length), args.length);
        new QueryTimes(numbers[0], numbers[1], numbers[2], numbers[3]).run(wanted);
    }

    private void run(List<String> wanted) throws Exception {
        Path directory = Files.createTempDirectory("query-times");
        try (Running running = new Running(directory)) {
            long start = System.nanoTime();
            running.publish(YearOfWar.reports(claims));
            System.out.printf("%d claims counted after %d s%n", claims, (System.nanoTime() - start) / 1_000_000_000L);
            Thread feeding = new Thread(() -> feed(running), "feeding");
            feeding.start();
            try {
                for (Asked asked : questions(YearOfWar.last(claims))) {
                    if (wanted.isEmpty() || wanted.stream().anyMatch(asked.name()::contains)) {
                        ask(asked, running.server.url() + "/api/v1/" + asked.path());
                    }
                }
            } finally {
                done = true;
                feeding.join();
            }
            System.out.println(late.get() + " reports came in meanwhile");
        }
    }

    private void feed(Running running) {
        long start = System.nanoTime();
        for (int i = 0; !done; i++) {
            sleepUntil(start + i * 1_000_000_000L / Math.max(1, reports));
            if (reports > 0) {
                running.publisher.publish(YearOfWar.late(late.getAndIncrement(), claims), "bench", new byte[0]);
            }
        }
    }

    private void ask(Asked asked, String url) throws Exception {
        int bytes = http.send(request(url), BodyHandlers.ofByteArray()).body().length;
        List<Long> micros = asked.often() ? often(url) : few(url);
        long[] sorted = micros.stream().mapToLong(n -> n).sorted().toArray();
        System.out.printf(
                "%-15s %5d asked, %d not answered, %8d bytes; ms p50 %8.1f, p99 %8.1f, most %8.1f%n",
                asked.name(),
                sorted.length,
                refused.getAndSet(0),
                bytes,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private List<Long> often(String url) {
        pace(url, rate * 2); // until the code is warm
        return pace(url, rate * seconds);
    }

    private List<Long> pace(String url, int count) {
        AtomicLongArray took = new AtomicLongArray(count);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int nth = i;
            long due = start + i * 1_000_000_000L / rate;
            sleepUntil(due);
            answers.add(http.sendAsync(request(url), BodyHandlers.ofByteArray()).thenAccept(answer -> {
                took.set(nth, (System.nanoTime() - due) / 1_000);
                check(answer.statusCode(), url);
            }));
        }
        answers.forEach(CompletableFuture::join);
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            micros.add(took.get(i));
        }
        return micros;
    }

    private List<Long> few(String url) throws Exception {
        List<Long> micros = new ArrayList<>();
        long begun = System.nanoTime();
        while (micros.size() < FEW && (micros.isEmpty() || System.nanoTime() - begun < FEW_NANOS)) {
            long start = System.nanoTime();
            check(http.send(request(url), BodyHandlers.ofByteArray()).statusCode(), url);
            micros.add((System.nanoTime() - start) / 1_000);
        }
        return micros;
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** An answer that is not ready is none; that there were any is told. */
    private void check(int status, String url) {
        if (status == 503) {
            refused.incrementAndGet();
        } else if (status != 200) {
            throw new IllegalStateException(url + " is answered with " + status);
        }
    }

    private static void sleepUntil(long due) {
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1_000.0;
    }
}
