package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of one counting function N(t) that never falls: a system of difference bounds
 * {@code N(v) - N(u) >= w}, of which any stretch's tightest low and high can be asked (longest paths).
 *
 * <p>The least solution is kept as a potential, so that a path is found by Dijkstra's algorithm over what each bound
 * leaves over, and a new bound is taken in by raising only what it moves.
 */
final class SlowBounds {

    /** No path: nothing is known. */
    private static final long NONE = Long.MIN_VALUE;

    /** @param period what the bound was said of; null where only "never falls" is meant */
    private record Edge(int to, long weight, Period period) {}

    /** The longest path to a node, {@link #NONE} if there is none, and by which edge each node on it was reached. */
    private record Path(long length, int[] before, Edge[] by) {}

    private final Instant[] times;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final long[] least;

    /** @param moments every moment that a bound will name */
    SlowBounds(NavigableSet<Instant> moments) {
        times = moments.toArray(Instant[]::new);
        least = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            edges.add(new ArrayList<>());
            if (i > 0) {
                edges.get(i - 1).add(new Edge(i, 0, null));
            }
        }
    }

    /** Whether {@code low <= N(to) - N(from) <= high} agrees with all that is held. */
    boolean agrees(Period period, long low, long high) {
        int from = node(period.from());
        int to = node(period.to());
        long back = longest(to, from).length;
        return (back == NONE || low <= -back) && (high == Count.OPEN || longest(from, to).length <= high);
    }

    /** Takes the bound in; it must {@linkplain #agrees agree}. */
    void add(Period period, long low, long high) {
        int from = node(period.from());
        int to = node(period.to());
        addEdge(from, new Edge(to, low, period));
        if (high != Count.OPEN) {
            addEdge(to, new Edge(from, -high, period));
        }
    }

    /** The most that N(to) - N(from) surely reached; 0 when nothing is known. */
    long low(Period window) {
        int from = ceiling(window.from());
        int to = floor(window.to());
        return from > to || to < 0 ? 0 : Math.max(0, longest(from, to).length);
    }

    /** The least that N(to) - N(from) surely stayed within, or {@link Count#OPEN}. */
    long high(Period window) {
        int from = floor(window.from());
        int to = ceiling(window.to());
        if (from < 0 || to >= times.length) {
            return Count.OPEN;
        }
        long back = longest(to, from).length;
        return back == NONE ? Count.OPEN : -back;
    }

    /** The periods whose bounds give a window its tightest low, and when asked its tightest high. */
    Set<Period> witnesses(Period window, boolean alsoHigh) {
        Set<Period> periods = new HashSet<>();
        trace(ceiling(window.from()), floor(window.to()), periods);
        if (alsoHigh) {
            trace(ceiling(window.to()), floor(window.from()), periods);
        }
        return periods;
    }

    private void trace(int source, int target, Set<Period> periods) {
        if (source < 0 || target < 0 || source >= times.length || target >= times.length) {
            return;
        }
        Path path = longest(source, target);
        for (int at = target; at != source && path.by[at] != null; at = path.before[at]) {
            if (path.by[at].period() != null) {
                periods.add(path.by[at].period());
            }
        }
    }

    static NavigableSet<Instant> momentsOf(Iterable<Claim> claims) {
        NavigableSet<Instant> moments = new TreeSet<>();
        for (Claim claim : claims) {
            moments.add(claim.period().from());
            moments.add(claim.period().to());
        }
        return moments;
    }

    private void addEdge(int from, Edge added) {
        edges.get(from).add(added);
        List<Integer> raised = new ArrayList<>(List.of(from));
        while (!raised.isEmpty()) {
            int at = raised.remove(raised.size() - 1);
            for (Edge edge : edges.get(at)) {
                if (least[at] + edge.weight() > least[edge.to()]) {
                    least[edge.to()] = least[at] + edge.weight();
                    raised.add(edge.to());
                }
            }
        }
    }

    private Path longest(int source, int target) {
        long[] slack = new long[times.length];
        int[] before = new int[times.length];
        Edge[] by = new Edge[times.length];
        Arrays.fill(slack, Long.MAX_VALUE);
        slack[source] = 0;
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        queue.add(new long[] {0, source});
        while (!queue.isEmpty() && queue.peek()[0] < slack[target]) {
            long[] head = queue.remove();
            int at = (int) head[1];
            if (head[0] > slack[at]) {
                continue;
            }
            for (Edge edge : edges.get(at)) {
                long reached = head[0] + least[edge.to()] - least[at] - edge.weight();
                if (reached < slack[edge.to()]) {
                    slack[edge.to()] = reached;
                    before[edge.to()] = at;
                    by[edge.to()] = edge;
                    queue.add(new long[] {reached, edge.to()});
                }
            }
        }
        boolean found = slack[target] != Long.MAX_VALUE;
        return new Path(found ? least[target] - least[source] - slack[target] : NONE, before, by);
    }

    private int node(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        if (at < 0) {
            throw new IllegalArgumentException(moment + " was not announced");
        }
        return at;
    }

    private int ceiling(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        return at < 0 ? -at - 1 : at;
    }

    private int floor(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        return at < 0 ? -at - 2 : at;
    }
}
