package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is known of one counting function N(t) that never falls: a system of difference bounds
 * {@code N(v) - N(u) >= w}, whose tightest consequences are longest paths.
 *
 * <p>The least solution is kept as a potential, so that a path is found by Dijkstra's algorithm over what each bound
 * leaves over, and a new bound is taken in by raising only what it moves.
 */
final class Bounds {

    /** Nothing is known. */
    static final long NONE = -Stretch.NEVER;

    /** @param said the claims it comes from; none where only "never falls" is meant */
    private record Edge(int from, int to, long weight, Supplier<? extends Collection<Claim>> said) {}

    private final Instant[] times;
    private final List<List<Edge>> out = new ArrayList<>();
    private final List<List<Edge>> in = new ArrayList<>();
    private final long[] least;
    private final long[][] from;
    private final long[][] to;
    /** By target and node, the first edge of a tightest path there. */
    private final Edge[][] onward;

    /** @param moments every moment that a bound or a question will name */
    Bounds(NavigableSet<Instant> moments) {
        times = moments.toArray(Instant[]::new);
        least = new long[times.length];
        from = new long[times.length][];
        to = new long[times.length][];
        onward = new Edge[times.length][];
        for (int i = 0; i < times.length; i++) {
            out.add(new ArrayList<>(2));
            in.add(new ArrayList<>(2));
        }
        for (int i = 1; i < times.length; i++) {
            link(new Edge(i - 1, i, 0, List::of));
        }
    }

    int size() {
        return times.length;
    }

    int node(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        if (at < 0) {
            throw new IllegalArgumentException(moment + " was not announced");
        }
        return at;
    }

    /** The last node that is not after a moment. */
    int floor(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        return at < 0 ? -at - 2 : at;
    }

    /** The first node that is not before a moment. */
    int ceiling(Instant moment) {
        int at = Arrays.binarySearch(times, moment);
        return at < 0 ? -at - 1 : at;
    }

    Instant time(int node) {
        return times[node];
    }

    /**
     * Takes in {@code low <= N(to) - N(from) <= high}, which must agree with all that is held.
     *
     * @param high {@link Count#OPEN} for none
     */
    void add(Period period, long low, long high, Supplier<? extends Collection<Claim>> said) {
        Arrays.fill(from, null);
        Arrays.fill(to, null);
        int start = node(period.from());
        int end = node(period.to());
        add(new Edge(start, end, low, said));
        if (high != Count.OPEN) {
            add(new Edge(end, start, -high, said));
        }
    }

    /** The least that N grew from one node to another, negative for a bound from above; {@link #NONE} if none is known. */
    long growth(int source, int target) {
        if (from[source] == null && to[target] != null) {
            return to[target][source];
        }
        return from(source)[target];
    }

    /** {@link #growth} from a node to every other. */
    long[] from(int source) {
        if (from[source] == null) {
            from[source] = search(source, out, true, new Edge[times.length]);
        }
        return from[source];
    }

    /** {@link #growth} from every node to one. */
    long[] to(int target) {
        if (to[target] == null) {
            onward[target] = new Edge[times.length];
            to[target] = search(target, in, false, onward[target]);
        }
        return to[target];
    }

    /** The claims along a path that gives the {@link #growth}. */
    Set<Claim> path(int source, int target) {
        to(target);
        Set<Claim> claims = new LinkedHashSet<>();
        for (int at = source; at != target; at = onward[target][at].to) {
            claims.addAll(onward[target][at].said.get());
        }
        return claims;
    }

    private void add(Edge added) {
        link(added);
        List<Integer> raised = new ArrayList<>(List.of(added.from));
        while (!raised.isEmpty()) {
            int at = raised.remove(raised.size() - 1);
            for (Edge edge : out.get(at)) {
                if (least[at] + edge.weight > least[edge.to]) {
                    least[edge.to] = least[at] + edge.weight;
                    raised.add(edge.to);
                }
            }
        }
    }

    private void link(Edge edge) {
        out.get(edge.from).add(edge);
        in.get(edge.to).add(edge);
    }

    private long[] search(int start, List<List<Edge>> edges, boolean forward, Edge[] by) {
        long[] slack = new long[times.length];
        Arrays.fill(slack, Long.MAX_VALUE);
        slack[start] = 0;
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        queue.add(new long[] {0, start});
        while (!queue.isEmpty()) {
            long[] head = queue.remove();
            int at = (int) head[1];
            if (head[0] > slack[at]) {
                continue;
            }
            for (Edge edge : edges.get(at)) {
                int next = forward ? edge.to : edge.from;
                long reached = head[0] + least[edge.to] - least[edge.from] - edge.weight;
                if (reached < slack[next]) {
                    slack[next] = reached;
                    by[next] = edge;
                    queue.add(new long[] {reached, next});
                }
            }
        }
        for (int i = 0; i < slack.length; i++) {
            long moved = forward ? least[i] - least[start] : least[start] - least[i];
            slack[i] = slack[i] == Long.MAX_VALUE ? NONE : moved - slack[i];
        }
        return slack;
    }
}
