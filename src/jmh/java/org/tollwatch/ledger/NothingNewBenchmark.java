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

/** What a claim costs that is new and says nothing new: a running total printed again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class NothingNewBenchmark {

    private static final int MORE = 50;

    @Param({"100", "1000", "10000"})
    public int size;

    private Book book;
    private List<Claim> totals;

    @Setup(Level.Iteration)
    public void fill() {
        totals = Feed.TOTALS.claims(size, Feed.Order.IN_ORDER);
        book = Feed.book();
        totals.forEach(book::add);
        book.takeChanges();
    }

    @Benchmark
    @OperationsPerInvocation(MORE)
    public void printedAgain(Blackhole hole) {
        for (int i = 0; i < MORE; i++) {
            book.add(Feed.again(totals.get(i * (size / MORE)), i));
            hole.consume(book.takeChanges());
        }
    }
}
