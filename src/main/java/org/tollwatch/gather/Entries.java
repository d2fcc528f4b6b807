package org.tollwatch.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.tollwatch.web.Entry;
import org.tollwatch.web.FeedReading;

/** Takes the entries of a feed: what is known is passed over, what is new or changed becomes a report. */
final class Entries {

    /** How often the page of an entry is tried before the feed's own words are taken. */
    static final int TRIES = 3;

    /** Of one reading of a feed; what is beyond is told, and taken when it comes to the front. */
    private static final int MOST = 2_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int WRITTEN_TOGETHER = 100;

    /**
     * What was taken.
     *
     * @param rest what is not written yet
     * @param found items that had not been seen before
     * @param later entries whose pages are tried again
     */
    record Taken(Batch rest, int found, int later, Optional<Double> perDay) {}

    /** One round; only one at a time touches it. */
    private static final class Round {
        private final Feed feed;
        private final Iterator<Map.Entry<String, Entry>> left;
        private Batch batch = new Batch();
        private int found;
        private int later;

        Round(Feed feed, Iterator<Map.Entry<String, Entry>> left) {
            this.feed = feed;
            this.left = left;
        }
    }

    private final Pages pages;
    private final Items items;
    private final Memory memory;
    private final Outbox outbox;
    private final Executor workers;

    Entries(Pages pages, Items items, Memory memory, Outbox outbox, Executor workers) {
        this.pages = pages;
        this.items = items;
        this.memory = memory;
        this.outbox = outbox;
        this.workers = workers;
    }

    CompletableFuture<Taken> take(Feed feed, FeedReading.Feed read) {
        List<Entry> entries = new ArrayList<>(
                read.entries().subList(0, Math.min(MOST, read.entries().size())));
        Collections.reverse(entries); // the newest stand first, and what is older is told before
        List<String> marks = Identity.marks(entries);
        Map<String, Entry> byMark = new LinkedHashMap<>();
        Map<String, Entry> news = new LinkedHashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            byMark.put(marks.get(i), entries.get(i));
            if (items.isNews(feed, marks.get(i), entries.get(i))) {
                news.put(marks.get(i), entries.get(i));
            }
        }
        Round round = new Round(feed, news.entrySet().iterator());
        forget(round, byMark.keySet());
        return next(round).thenApply(done -> new Taken(round.batch, round.found, round.later, Usual.perDay(entries)));
    }

    private CompletableFuture<Void> next(Round round) {
        while (round.left.hasNext()) {
            Map.Entry<String, Entry> one = round.left.next();
            Entry entry = one.getValue();
            if (round.feed.pages() && !entry.whole() && entry.link().isPresent()) {
                return written(round)
                        .thenCompose(done -> pages.find(entry.link().orElseThrow(), round.feed))
                        .thenAcceptAsync(found -> paged(round, one.getKey(), entry, found), workers)
                        .thenCompose(done -> next(round));
            }
            enter(round, one.getKey(), entry, Content.of(entry));
            if (round.batch.size() >= WRITTEN_TOGETHER) {
                return written(round).thenComposeAsync(done -> next(round), workers);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> written(Round round) {
        if (round.batch.size() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        Batch full = round.batch;
        round.batch = new Batch();
        return outbox.put(full);
    }

    private void paged(Round round, String mark, Entry entry, Pages.Found found) {
        if (found instanceof Pages.Found.Article article) {
            enter(round, mark, entry, Content.of(entry, article.page()));
        } else if (found instanceof Pages.Found.Later
                && memory.of(round.feed.name()).tried(mark) < TRIES) {
            round.later++;
        } else {
            enter(round, mark, entry, Content.of(entry));
        }
    }

    private void enter(Round round, String mark, Entry entry, Content content) {
        if (memory.of(round.feed.name()).item(mark).isEmpty()) {
            round.found++;
        }
        items.enter(round.feed, mark, Identity.offered(entry), content, entry.updatedAt(), round.batch);
    }

    /** Items that are long gone from the feed. */
    private void forget(Round round, Set<String> there) {
        Instant before = items.now().minus(KEPT);
        for (Item item : memory.of(round.feed.name()).items()) {
            if (!there.contains(item.mark()) && item.firstSeenAt().isBefore(before)) {
                round.batch.change(new Change.Forgets(round.feed.name(), item.mark()));
            }
        }
    }
}
