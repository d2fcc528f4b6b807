package org.tollwatch.gather;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets one request at a time to a host, with a pause between two; hosts do not wait for one another. */
final class HostGate {

    private static final class Lane {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;
    }

    private final Duration pause;
    private final ScheduledExecutorService clock;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Duration> asked = new HashMap<>();

    /** @param clock that ends pauses; its tasks only start requests */
    HostGate(Duration pause, ScheduledExecutorService clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** Does the work when the host is free; what it gives or fails with is what this gives or fails with. */
    <T> CompletableFuture<T> pass(URI url, Supplier<CompletableFuture<T>> work) {
        String host = host(url);
        CompletableFuture<T> told = new CompletableFuture<>();
        enter(
                host,
                () -> started(work).whenComplete((value, failure) -> {
                    clock.schedule(() -> next(host), pauseAt(host).toMillis(), TimeUnit.MILLISECONDS);
                    if (failure == null) {
                        told.complete(value);
                    } else {
                        told.completeExceptionally(failure);
                    }
                }));
        return told;
    }

    private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The host asks for a longer pause. */
    synchronized void slower(URI url, Duration longer) {
        if (longer.compareTo(pause) > 0) {
            asked.put(host(url), longer);
        }
    }

    private synchronized Duration pauseAt(String host) {
        return asked.getOrDefault(host, pause);
    }

    private void enter(String host, Runnable work) {
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(host, name -> new Lane());
            if (lane.busy) {
                lane.waiting.add(work);
                return;
            }
            lane.busy = true;
        }
        work.run();
    }

    private void next(String host) {
        Runnable work;
        synchronized (this) {
            work = lanes.get(host).waiting.poll();
            if (work == null) {
                lanes.remove(host);
                return;
            }
        }
        work.run();
    }

    /** Scheme, host and port: what is asked as one. */
    static String host(URI url) {
        return (url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
