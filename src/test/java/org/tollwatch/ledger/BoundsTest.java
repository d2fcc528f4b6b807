package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.start;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sparse paths against a dense closure (Floyd-Warshall), the slow and obvious way. */
class BoundsTest {

    private static final int DAYS = 8;
    private static final long NONE = Long.MIN_VALUE / 4;

    @Test
    void sparsePathsGiveWhatTheDenseClosureGives() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            TreeSet<java.time.Instant> moments = new TreeSet<>();
            IntStream.rangeClosed(0, DAYS).forEach(d -> moments.add(start(d)));
            SlowBounds bounds = new SlowBounds(moments);
            long[][] dense = new long[DAYS + 1][DAYS + 1];
            for (int u = 0; u <= DAYS; u++) {
                for (int v = 0; v <= DAYS; v++) {
                    dense[u][v] = v >= u ? 0 : NONE;
                }
            }
            for (int i = 0; i < 12; i++) {
                int from = random.nextInt(DAYS);
                int to = from + 1 + random.nextInt(DAYS - from);
                long low = random.nextInt(20);
                long high = random.nextBoolean() ? low + random.nextInt(10) : Count.OPEN;
                boolean consistent =
                        low <= (dense[to][from] == NONE ? Count.OPEN : -dense[to][from]) && dense[from][to] <= high;
                assertThat(bounds.agrees(days(from, to), low, high)).isEqualTo(consistent);
                if (consistent) {
                    bounds.add(days(from, to), low, high);
                    dense[from][to] = Math.max(dense[from][to], low);
                    if (high != Count.OPEN) {
                        dense[to][from] = Math.max(dense[to][from], -high);
                    }
                    close(dense);
                }
            }
            for (int u = 0; u < DAYS; u++) {
                for (int v = u + 1; v <= DAYS; v++) {
                    assertThat(bounds.low(days(u, v))).as("seed %d", seed).isEqualTo(dense[u][v]);
                    assertThat(bounds.high(days(u, v)))
                            .as("seed %d", seed)
                            .isEqualTo(dense[v][u] == NONE ? Count.OPEN : -dense[v][u]);
                }
            }
        }
    }

    private static void close(long[][] dense) {
        for (int k = 0; k < dense.length; k++) {
            for (int u = 0; u < dense.length; u++) {
                for (int v = 0; v < dense.length; v++) {
                    if (dense[u][k] != NONE && dense[k][v] != NONE) {
                        dense[u][v] = Math.max(dense[u][v], dense[u][k] + dense[k][v]);
                    }
                }
            }
        }
    }
}
