package org.tollwatch.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each feed when it is due, one look at a time for each; feeds do not wait for one another. */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration ASIDE = Duration.ofSeconds(2);
    private static final Duration SPREAD = Duration.ofSeconds(30);
    private static final Duration APART = Duration.ofMillis(50);

    private final Memory memory;
    private final FeedMeters meters;
    private final Clock clock;
    private final Turn turn;
    private final ScheduledExecutorService dues;
    private final RandomGenerator random;

    /** @param dues that starts looks, and does nothing else */
    Poller(
            Memory memory,
            FeedMeters meters,
            Clock clock,
            Turn turn,
            ScheduledExecutorService dues,
            RandomGenerator random) {
        this.turn = turn;
        this.memory = memory;
        this.meters = meters;
        this.clock = clock;
        this.dues = dues;
        this.random = random;
    }

    /** Begins with the feed: spread over the first seconds, and not before a server that asked to wait is ready. */
    void begin(Feed feed, Watcher watcher, int feeds) {
        long spread = Math.min(SPREAD.toMillis(), APART.toMillis() * feeds);
        Instant soon = clock.instant().plusMillis((long) (random.nextDouble() * spread));
        Standing standing = memory.of(feed.name()).standing(place(feed));
        boolean told = standing.trouble()
                .filter(kind -> kind == Trouble.TOO_OFTEN || kind == Trouble.GONE || kind == Trouble.SERVER)
                .isPresent();
        due(feed, watcher, told ? standing.nextTry().orElse(soon) : soon);
    }

    static String place(Feed feed) {
        return feed.origin() instanceof Origin.Web web
                ? web.url().toString()
                : feed.origin().shown();
    }

    private void due(Feed feed, Watcher watcher, Instant at) {
        long pause = Math.max(0, Duration.between(clock.instant(), at).toMillis());
        try {
            dues.schedule(() -> look(feed, watcher), pause, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not looked at again: it is being stopped", feed.name());
        }
    }

    private void look(Feed feed, Watcher watcher) {
        if (!turn.isOurs()) {
            due(feed, watcher, clock.instant().plus(ASIDE));
            return;
        }
        try {
            watcher.look(feed).whenComplete((next, failure) -> {
                if (failure != null) {
                    failed(feed, failure);
                }
                due(feed, watcher, failure == null ? next : clock.instant().plus(AGAIN));
            });
        } catch (RuntimeException e) {
            failed(feed, e);
            due(feed, watcher, clock.instant().plus(AGAIN));
        }
    }

    private void failed(Feed feed, Throwable failure) {
        if (dues.isShutdown()) {
            return; // what fails while everything is being stopped is no news
        }
        boolean ours = !(failure.getCause() instanceof org.apache.kafka.common.KafkaException);
        meters.failed(feed.name(), ours ? Trouble.INTERNAL : Trouble.NOT_KEPT);
        LOG.warn("The look at {} came to nothing, and is made again: {}", feed.name(), failure.toString());
        LOG.debug("{}", feed.name(), failure);
    }
}
