package org.tollwatch.alert;

import static org.tollwatch.stream.Reports.killed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** From handing a report to the producer until a webhook has the alert that it sets off: one report at a time. */
final class TimeToTheAlert {

    private static final long GIVE_UP = 30_000_000_000L;

    private TimeToTheAlert() {}

    public static void main(String[] args) throws Exception {
        int alerts = args.length > 0 ? Integer.parseInt(args[0]) : 84;
        Path directory = Files.createTempDirectory("time-to-the-alert");
        try (FakeReceiver receiver = new FakeReceiver()) {
            Path rules = Files.writeString(
                    directory.resolve("rules.yaml"), """
                    recent: 9999w
                    receivers:
                      - {webhook: "%s"}
                    rules:
                      heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 900d}
                    """.formatted(receiver.url()), StandardCharsets.UTF_8);
            try (Desktop desk = new Desktop(directory, rules)) {
                List<Long> millis = new ArrayList<>();
                for (int i = 0; i < alerts; i++) {
                    long begin = System.nanoTime();
                    desk.publish(
                            i, killed("c" + i, List.of("armenia", "artsakh").get(i % 2), 1 + i / 2 % 60, 60));
                    while (receiver.taken().size() <= i && System.nanoTime() - begin < GIVE_UP) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    millis.add((System.nanoTime() - begin) / 1_000_000);
                }
                // The first few are the start of everything.
                long[] sorted = millis.subList(Math.min(10, alerts / 2), alerts).stream()
                        .mapToLong(n -> n)
                        .sorted()
                        .toArray();
                System.out.println("report to alert, ms: p50 " + sorted[sorted.length / 2] + ", p90 "
                        + sorted[sorted.length * 9 / 10] + ", p99 " + sorted[sorted.length * 99 / 100] + ", most "
                        + sorted[sorted.length - 1] + " of " + sorted.length);
            }
        }
    }
}
