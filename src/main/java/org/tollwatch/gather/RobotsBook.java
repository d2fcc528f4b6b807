package org.tollwatch.gather;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tollwatch.web.Robots;

/**
 * What hosts ask robots to leave alone, after RFC 9309: kept for a day; where there is no such file all may be read; where
 * the server fails nothing is, for a while. It holds for pages, not for the feed that somebody named himself.
 */
final class RobotsBook {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration SLOWEST = Duration.ofMinutes(1);
    private static final int HOSTS = 2_000;
    private static final Limits LIMITS = new Limits(512 << 10, Duration.ofSeconds(15), 5);

    /** @param robots empty: the server failed, and nothing may be read now */
    private record Ruling(Optional<Robots> robots, Instant until) {}

    private final Fetcher fetcher;
    private final HostGate gate;
    private final Clock clock;
    private final Map<String, CompletableFuture<Ruling>> rulings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Ruling>> eldest) {
            return size() > HOSTS;
        }
    };

    RobotsBook(Fetcher fetcher, HostGate gate, Clock clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.clock = clock;
    }

    /** Why the page may not be fetched; empty when it may. */
    CompletableFuture<Optional<Answer.Failed>> objection(URI page, Feed feed) {
        return ruling(page, feed).thenApply(ruling -> {
            if (ruling.robots().isEmpty()) {
                return Optional.of(
                        Answer.Failed.of(Trouble.SERVER, "robots.txt of " + page.getHost() + " cannot be read now"));
            }
            boolean may = ruling.robots().get().allows(product(feed), path(page));
            return may
                    ? Optional.empty()
                    : Optional.of(Answer.Failed.of(Trouble.ROBOTS, "robots.txt of " + page.getHost() + " asks not to"));
        });
    }

    /** What it calls itself, without its version. */
    private static String product(Feed feed) {
        return feed.agent().split("[/ ]", 2)[0];
    }

    private static String path(URI page) {
        String path = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
    }

    private synchronized CompletableFuture<Ruling> ruling(URI page, Feed feed) {
        String host = HostGate.host(page);
        CompletableFuture<Ruling> known = rulings.get(host);
        boolean holds =
                known != null && (!known.isDone() || known.join().until().isAfter(clock.instant()));
        if (holds) {
            return known;
        }
        URI at = URI.create(host + "/robots.txt");
        Wanted wanted = new Wanted(at, Optional.empty(), Optional.empty(), LIMITS, feed.agent(), feed.allowPrivate());
        CompletableFuture<Ruling> asked =
                gate.pass(at, () -> fetcher.fetch(wanted)).thenApply(answer -> ruling(answer, at, feed));
        rulings.put(host, asked);
        return asked;
    }

    private Ruling ruling(Answer answer, URI at, Feed feed) {
        Instant now = clock.instant();
        if (answer instanceof Answer.Got got) {
            Robots robots = Robots.read(got.body());
            robots.crawlDelay(product(feed))
                    .map(delay -> delay.compareTo(SLOWEST) > 0 ? SLOWEST : delay)
                    .ifPresent(delay -> gate.slower(at, delay));
            return new Ruling(Optional.of(robots), now.plus(KEPT));
        }
        boolean none = answer instanceof Answer.Failed failed
                && failed.status() >= 400
                && failed.status() < 500
                && failed.status() != 429;
        return none
                ? new Ruling(Optional.of(Robots.read(new byte[0])), now.plus(KEPT))
                : new Ruling(Optional.empty(), now.plus(SOON));
    }
}
