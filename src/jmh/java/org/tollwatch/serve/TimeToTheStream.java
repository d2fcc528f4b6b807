package org.tollwatch.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.tollwatch.report.IncidentReport;

/**
 * How long it takes from handing a report to the producer until a reader of the stream has it, and until the reader has the
 * first tally that stands on its claim. Arguments: reports a second, seconds, seconds before it counts.
 */
final class TimeToTheStream {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> reports = new ConcurrentHashMap<>();
    private final Map<String, Long> tallies = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int before = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        new TimeToTheStream().run(rate, seconds, before);
    }

    private void run(int rate, int seconds, int before) throws Exception {
        Path directory = Files.createTempDirectory("time-to-the-stream");
        try (Running running = new Running(directory)) {
            running.publish(Synthetic.reports(0, 1));
            try (Listener listener = Listener.to(running.server.url() + "/api/v1/stream", this::seen)) {
                publish(running, 1, rate * before, rate);
                int first = 1 + rate * before;
                publish(running, first, rate * seconds, rate);
                running.publisher.flush();
                running.service.awaitQuiet(progress -> {});
                LockSupport.parkNanos(1_000_000_000L);
                print("reports", first, rate * seconds, "synthetic-", reports);
                print("tallies", first, rate * seconds, "claim-", tallies);
                System.out.println("cut off: " + listener.hasEnded());
            }
        }
    }

    /** At an even pace: ten batches a second would be bursts. */
    private void publish(Running running, int from, int count, int rate) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            IncidentReport report = Synthetic.report(from + i);
            long now = System.nanoTime();
            sent.put(report.getId(), now);
            sent.put("claim-" + (from + i), now);
            running.publisher.publish(report, "bench", new byte[0]);
        }
    }

    private void seen(Listener.Sent event) {
        long now = System.nanoTime();
        try {
            JsonNode data = MAPPER.readTree(event.data());
            if (event.name().equals("report")) {
                reports.putIfAbsent(data.path("id").asText(), now);
            } else {
                data.path("claims").forEach(claim -> tallies.putIfAbsent(claim.asText(), now));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void print(String what, int from, int count, String prefix, Map<String, Long> seen) {
        List<Long> millis = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Long at = seen.get(prefix + i);
            if (at != null) {
                millis.add((at - sent.get(prefix + i)) / 1_000_000);
            }
        }
        long[] sorted = millis.stream().mapToLong(n -> n).sorted().toArray();
        System.out.println(what + ": " + sorted.length + " of " + count + " seen; ms p50 " + at(sorted, 0.5) + ", p90 "
                + at(sorted, 0.9) + ", p99 " + at(sorted, 0.99) + ", most " + at(sorted, 1));
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
