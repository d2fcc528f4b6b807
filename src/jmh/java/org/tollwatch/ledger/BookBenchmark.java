package org.tollwatch.ledger;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one claim more costs a book that holds so many: taking it in, and telling what changed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class BookBenchmark {

    private static final int MORE = 50;

    @Param({"100", "1000", "10000"})
    public int size;

    @Param
    public Feed feed;

    @Param
    public Feed.Order order;

    private Book book;
    private List<Claim> more;
    private List<Claim> known;

    /** Each iteration has a book of its own, as the claims that are measured make it grow. */
    @Setup(Level.Iteration)
    public void fill() {
        List<Claim> claims = feed.claims(size + MORE, order);
        known = claims.subList(0, size);
        more = claims.subList(size, size + MORE);
        book = Feed.book();
        known.forEach(book::add);
        book.takeChanges();
    }

    @Benchmark
    @OperationsPerInvocation(MORE)
    public void newClaims(Blackhole hole) {
        for (Claim claim : more) {
            book.add(claim);
            hole.consume(book.takeChanges());
        }
    }

    /** The same claims, by their ids. */
    @Benchmark
    @OperationsPerInvocation(MORE)
    public void repeats(Blackhole hole) {
        for (int i = 0; i < MORE; i++) {
            book.add(known.get(i * (size / MORE)));
            hole.consume(book.mayHaveChanged());
        }
    }
}
