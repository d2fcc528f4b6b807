package org.tollwatch.gather;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.tollwatch.web.FeedDocument;
import org.tollwatch.web.FeedReading;

/** Looks at feeds on the web. */
final class WebWatcher implements Watcher {

    private final Fetcher fetcher;
    private final HostGate gate;
    private final Entries entries;
    private final Memory memory;
    private final Outbox outbox;
    private final FeedMeters meters;
    private final Pace pace;
    private final Clock clock;
    private final Executor workers;

    WebWatcher(
            Fetcher fetcher,
            HostGate gate,
            Entries entries,
            Memory memory,
            Outbox outbox,
            FeedMeters meters,
            Pace pace,
            Clock clock,
            Executor workers) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.entries = entries;
        this.memory = memory;
        this.outbox = outbox;
        this.meters = meters;
        this.pace = pace;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<Instant> look(Feed feed) {
        URI url = ((Origin.Web) feed.origin()).url();
        Standing before = memory.of(feed.name()).standing(url.toString());
        Wanted wanted =
                new Wanted(url, before.etag(), before.lastModified(), feed.limits(), feed.agent(), feed.allowPrivate());
        return gate.pass(url, () -> fetcher.fetch(wanted))
                .thenComposeAsync(answer -> heard(feed, before, answer), workers);
    }

    private CompletableFuture<Instant> heard(Feed feed, Standing before, Answer answer) {
        if (answer instanceof Answer.Unchanged) {
            Instant now = clock.instant();
            return stand(feed, before.unchanged(now, pace.afterSuccess(feed, now)), new Batch());
        }
        if (answer instanceof Answer.Failed failed) {
            return failed(feed, before, failed);
        }
        Answer.Got got = (Answer.Got) answer;
        FeedReading reading = FeedDocument.read(got.body(), got.type(), got.at());
        if (reading instanceof FeedReading.NotAFeed not) {
            return failed(feed, before, Answer.Failed.of(Trouble.NOT_A_FEED, not.reason()));
        }
        return entries.take(feed, (FeedReading.Feed) reading)
                .thenComposeAsync(taken -> taken(feed, before, got, taken), workers);
    }

    private CompletableFuture<Instant> taken(Feed feed, Standing before, Answer.Got got, Entries.Taken taken) {
        Instant now = clock.instant();
        // What is still to be fetched would not be offered again to one who says he has the rest.
        boolean all = taken.later() == 0;
        Standing after = before.succeeded(
                got.etag().filter(tag -> all),
                got.lastModified().filter(time -> all),
                got.moved().map(URI::toString),
                taken.perDay(),
                taken.found() > 0 ? Optional.of(now) : Optional.empty(),
                now,
                pace.afterSuccess(feed, now));
        return stand(feed, after, taken.rest());
    }

    private CompletableFuture<Instant> failed(Feed feed, Standing before, Answer.Failed failed) {
        meters.failed(feed.name(), failed.trouble());
        Instant now = clock.instant();
        Instant next = pace.afterFailure(feed, failed.trouble(), before.failures() + 1, failed.pause(), now);
        return stand(feed, before.failed(failed.trouble(), failed.why(), now, next), new Batch());
    }

    private CompletableFuture<Instant> stand(Feed feed, Standing after, Batch batch) {
        batch.change(new Change.Stands(feed.name(), after));
        return outbox.put(batch).thenApply(done -> after.nextTry().orElseThrow());
    }
}
