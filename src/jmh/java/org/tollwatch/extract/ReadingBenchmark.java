package org.tollwatch.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tollwatch.conflict.Conflicts;

/** Articles of 3,000 characters that one core reads in a second: the gold articles, which are dense with claims, cut so. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class ReadingBenchmark {

    private static final int LENGTH = 3000;

    @Param({"en", "th", "vi", "ru", "ar"})
    public String language;

    private Extractor extractor;
    private List<Article> articles;
    private int next;

    @Setup
    public void fill() throws IOException {
        extractor = new Extractor(Languages.bundled(), Conflicts.bundled());
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/gold", language))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8)).append("\n\n");
            }
        }
        articles = new ArrayList<>();
        for (int at = 0; at + LENGTH <= all.length(); at += LENGTH / 3) {
            String text = all.substring(at, at + LENGTH);
            articles.add(
                    new Article("a" + at, "Daily", null, language, Instant.parse("2023-10-05T12:00:00Z"), null, text));
        }
    }

    @Benchmark
    public Extraction read() {
        next = (next + 1) % articles.size();
        return extractor.extract(articles.get(next));
    }
}
