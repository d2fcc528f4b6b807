package org.tollwatch.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.tollwatch.report.Measure;

/** Asks every instance all the time, and compares each answer with what may lawfully be told. */
final class Prober implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Of all instances. */
    final AtomicLong right = new AtomicLong();

    final AtomicLong told503 = new AtomicLong();
    final AtomicLong silent = new AtomicLong();
    /** What was never so, or an error. */
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    /** What was so, before something newer had been told already. */
    final Queue<String> older = new ConcurrentLinkedQueue<>();

    private final Load load;
    private final List<Thread> threads = new ArrayList<>();
    private final List<AtomicLongArray> newest = new ArrayList<>();
    /** The highest figure told of each day, by anybody. */
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    private volatile boolean closed;

    Prober(Load load, List<Instance> instances) {
        this.load = load;
        for (Instance instance : instances) {
            AtomicLongArray seen = new AtomicLongArray(Load.LANES);
            newest.add(seen);
            Thread thread = new Thread(() -> ask(instance, seen), "prober of " + instance);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Whether the instance has told, on every way that reports take, of one that was sent after this moment. */
    boolean hasToldSince(int instance, long nanoTime) {
        return missing(instance, nanoTime).isEmpty();
    }

    /** The ways of which it has not. */
    List<Integer> missing(int instance, long nanoTime) {
        AtomicLongArray seen = newest.get(instance);
        return IntStream.range(0, Load.LANES)
                .filter(lane -> seen.get(lane) == 0 || seen.get(lane) - nanoTime < 0)
                .boxed()
                .toList();
    }

    private void ask(Instance instance, AtomicLongArray seen) {
        try {
            while (!closed) {
                for (String party : Load.PARTIES) {
                    for (Measure measure : Load.MEASURES) {
                        ask(instance, seen, party, measure.name());
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Instance instance, AtomicLongArray seen, String party, String measure)
            throws InterruptedException {
        LocalDate month = load.month();
        String prefix = party + "|" + measure + "|";
        Map<String, Long> before = new ConcurrentHashMap<>();
        told.forEach((key, figure) -> {
            if (key.startsWith(prefix + month.toString().substring(0, 7))) {
                before.put(key, figure);
            }
        });
        Optional<HttpResponse<String>> answer =
                instance.get("/api/v1/series?conflict=nagorno-karabakh&by=day&limit=100&party=" + party + "&measure="
                        + measure.toLowerCase(Locale.ROOT) + "&from=" + month + "&to=" + month.plusMonths(1));
        if (answer.isEmpty()) {
            silent.incrementAndGet();
        } else if (answer.get().statusCode() == 503
                && answer.get().headers().firstValue("Retry-After").isPresent()) {
            told503.incrementAndGet();
        } else if (answer.get().statusCode() != 200) {
            wrong.add(instance + " says " + answer.get().statusCode() + ": "
                    + answer.get().body());
        } else {
            judge(instance, seen, answer.get().body(), party, measure, before);
        }
    }

    private void judge(
            Instance instance,
            AtomicLongArray seen,
            String body,
            String party,
            String measure,
            Map<String, Long> before)
            throws InterruptedException {
        List<String> found = new ArrayList<>();
        boolean lawful = true;
        for (JsonNode tally : read(body).path("items")) {
            LocalDate day =
                    LocalDate.parse(tally.path("window").path("from").asText().substring(0, 10));
            String key = party + "|" + measure + "|" + day;
            long best = tally.path("best").asLong();
            found.add(key);
            long low = tally.path("low").asLong();
            long sentAt = load.sent().sentAt(party, measure, day, best);
            if (sentAt == -1 // the low may be an earlier one
                    || load.sent().sentAt(party, measure, day, low) == -1
                    || tally.path("high").asLong() != best) {
                wrong.add(instance + " tells " + tally);
                lawful = false;
            } else {
                lawful &= !isOlder(instance, key, best, before);
                told.merge(key, best, Math::max);
                int lane = laneOf(party, measure, day);
                seen.accumulateAndGet(lane, sentAt, (a, b) -> a == 0 ? b : Math.max(a, b));
            }
        }
        for (String key : before.keySet()) {
            if (!found.contains(key)) {
                lawful &= !isOlder(instance, key, 0, before);
            }
        }
        if (lawful) {
            right.incrementAndGet();
        }
    }

    private boolean isOlder(Instance instance, String key, long best, Map<String, Long> before) {
        long already = before.getOrDefault(key, 0L);
        if (best < already) {
            older.add(instance + " tells " + best + " of " + key + ", after " + already + " had been told");
        }
        return best < already;
    }

    /** Parties, measures, days and partitions go round together. */
    private static int laneOf(String party, String measure, LocalDate day) {
        int scope = Load.PARTIES.indexOf(party) + 3 * Load.MEASURES.indexOf(Measure.valueOf(measure));
        return (scope + 9 * (day.getDayOfMonth() - 1)) % Load.LANES;
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        await().atMost(Duration.ofMinutes(2)).until(() -> threads.stream().noneMatch(Thread::isAlive));
    }
}
