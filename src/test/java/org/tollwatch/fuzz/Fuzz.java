package org.tollwatch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Bad inputs for one door, seeded: the same each time. A short run in every build; {@code -Dfuzz.times=N} makes it N times as
 * long, {@code -Dfuzz.seed=N} another. What fails lies in {@code target/fuzz}, and what was tried, a line a door.
 */
public final class Fuzz {

    /** What takes the input. Whatever it throws is a failure: what a door may say of a bad input it says otherwise. */
    @FunctionalInterface
    public interface Door {
        void take(byte[] input) throws Exception;
    }

    /** How much processor one input may cost: what is quadratic costs more. */
    private static final Duration MOST = Duration.ofMillis(Long.getLong("fuzz.most.ms", 2_000));

    private static final Duration HANGS = Duration.ofSeconds(90);
    private static final int MOST_TOLD = 10;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Path FOLDER = Path.of("target/fuzz");

    private final String name;
    private final Function<Random, byte[]> inputs;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private long failed;
    private long tried;
    private long slowest;
    private int slowestLength;
    private volatile byte[] now = new byte[0];
    private volatile long begun = System.nanoTime();

    private Fuzz(String name, Function<Random, byte[]> inputs) {
        this.name = name;
        this.inputs = inputs;
    }

    /** Mutations of good inputs. */
    public static Fuzz of(String name, List<byte[]> samples, List<String> words, int longest) {
        return new Fuzz(name, new Mutator(samples, words, longest)::next);
    }

    /** The same of texts. */
    public static Fuzz ofTexts(String name, List<String> samples, List<String> words, int longest) {
        List<byte[]> bytes = new ArrayList<>();
        samples.forEach(sample -> bytes.add(sample.getBytes(StandardCharsets.UTF_8)));
        return of(name, bytes, words, longest);
    }

    /** Every second one by a grammar, and of those every second damaged besides. */
    public Fuzz and(Function<Random, String> grammar) {
        return new Fuzz(name, random -> {
            if (random.nextBoolean()) {
                return inputs.apply(random);
            }
            byte[] made = grammar.apply(random).getBytes(StandardCharsets.UTF_8);
            return random.nextBoolean()
                    ? made
                    : new Mutator(List.of(made), List.of(), Math.max(made.length * 2, 1_000)).next(random);
        });
    }

    /** @param cases in the short run */
    public void run(int cases, Door door) throws Exception {
        long all = cases * Long.getLong("fuzz.times", 1);
        Thread worker = new Thread(() -> work(all, door), "fuzz " + name);
        worker.setDaemon(true);
        worker.start();
        for (worker.join(1_000); worker.isAlive(); worker.join(1_000)) {
            if (System.nanoTime() - begun > HANGS.toNanos()) {
                failure("hangs", trace(worker.getStackTrace()), now);
                break;
            }
        }
        report(all);
        assertThat(failures.values())
                .as("%s: %d of %d inputs; the first of each kind", name, failed, tried)
                .isEmpty();
    }

    private void work(long all, Door door) {
        Random random = new Random(Long.getLong("fuzz.seed", 7) * 31 + name.hashCode());
        while (tried < all) {
            byte[] input = inputs.apply(random);
            now = input;
            begun = System.nanoTime();
            tried++;
            long before = CPU.getCurrentThreadCpuTime();
            try {
                door.take(input);
            } catch (Throwable e) { // also what no program should catch: a stack that overflows is a failure
                failure(kind(e), e + "\n" + trace(e.getStackTrace()), input);
            }
            took(CPU.getCurrentThreadCpuTime() - before, input, door);
        }
    }

    /** A machine that compiles or collects may cost something once. */
    private void took(long nanos, byte[] input, Door door) {
        long least = nanos;
        if (nanos > MOST.toNanos() / 2) {
            long before = CPU.getCurrentThreadCpuTime();
            try {
                door.take(input);
            } catch (Throwable e) {
                // Told already.
            }
            least = Math.min(nanos, CPU.getCurrentThreadCpuTime() - before);
        }
        if (least > slowest) {
            slowest = least;
            slowestLength = input.length;
        }
        if (least > MOST.toNanos()) {
            failure("slow", "took " + Duration.ofNanos(least).toMillis() + " ms of processor", input);
        }
    }

    private static String kind(Throwable e) {
        StackTraceElement[] at = e.getStackTrace();
        for (StackTraceElement each : at) {
            if (each.getClassName().startsWith("org.tollwatch.")
                    && !each.getClassName().contains("Fuzz")) {
                return e.getClass().getSimpleName() + "-" + each.getClassName().replaceAll(".*\\.", "") + "-"
                        + each.getLineNumber();
            }
        }
        return e.getClass().getSimpleName();
    }

    private static String trace(StackTraceElement[] stack) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Math.min(14, stack.length); i++) {
            lines.append("    ").append(stack[i]).append('\n');
        }
        return lines.toString();
    }

    private void failure(String kind, String what, byte[] input) {
        failed++;
        if (failures.containsKey(kind) || failures.size() >= MOST_TOLD) {
            return;
        }
        Path file = FOLDER.resolve((name + "-" + kind).replaceAll("[^A-Za-z0-9.-]", "_") + ".bin");
        failures.put(kind, "input in " + file + " (" + input.length + " bytes): " + what);
        try {
            Files.createDirectories(FOLDER);
            Files.write(file, input);
        } catch (IOException e) {
            failures.put(kind, what + " (and cannot be kept: " + e + ")");
        }
    }

    private void report(long all) throws IOException {
        Files.createDirectories(FOLDER);
        String line = String.format(
                Locale.ROOT,
                "| %s | %,d of %,d | %d | %,d ms (%,d bytes) |%n",
                name,
                tried,
                all,
                failed,
                Duration.ofNanos(slowest).toMillis(),
                slowestLength);
        Files.writeString(FOLDER.resolve(name.replaceAll("[^A-Za-z0-9]", "-") + ".md"), line, StandardCharsets.UTF_8);
    }
}
