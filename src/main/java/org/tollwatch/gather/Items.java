package org.tollwatch.gather;

import java.time.Instant;
import java.util.Optional;
import org.tollwatch.web.Entry;

/** Decides what an article is: new, another version of a known one, or nothing new; and puts it into a batch. */
final class Items {

    private final ReportMaker maker;
    private final Memory memory;
    private final FeedMeters meters;

    Items(ReportMaker maker, Memory memory, FeedMeters meters) {
        this.maker = maker;
        this.memory = memory;
        this.meters = meters;
    }

    /** Whether the feed offers something that it did not offer in these words before. */
    boolean isNews(Feed feed, String mark, Entry entry) {
        String offered = Identity.offered(entry);
        return memory.of(feed.name())
                .item(mark)
                .filter(known -> known.offered().equals(offered))
                .isEmpty();
    }

    /** What time it is. */
    Instant now() {
        return maker.now();
    }

    /**
     * Puts the report of it into the batch, or why there is none, and what is to be remembered.
     *
     * @param updatedAt when the feed says it was changed
     */
    void enter(Feed feed, String mark, String offered, Content content, Optional<Instant> updatedAt, Batch batch) {
        Optional<Item> known = memory.of(feed.name()).item(mark);
        String told = content.hash();
        if (known.filter(item -> item.told().equals(told)).isPresent()) {
            batch.change(new Change.Knows(feed.name(), known.get().offeredAs(offered)));
            meters.taken(feed.name(), FeedMeters.SAME);
            return;
        }
        Instant now = now();
        Instant firstSeenAt = known.map(Item::firstSeenAt).orElse(now);
        int before = known.map(Item::revision).orElse(Item.NONE);
        Stamp stamp = before == Item.NONE
                ? new Stamp(1, Optional.empty(), firstSeenAt)
                : new Stamp(before + 1, Optional.of(revisedAt(content, updatedAt, now)), firstSeenAt);
        String origin = feed.name() + ": " + content.url().map(Object::toString).orElse(mark);
        String id = feed.name() + "-" + mark;
        ReportMaker.Made made = maker.make(feed, content, id, stamp, origin);
        Came came = Came.from(feed, id, content, stamp);
        if (made instanceof ReportMaker.Made.Report report) {
            batch.report(report.report(), origin, came);
            meters.taken(feed.name(), before == Item.NONE ? FeedMeters.NEW : FeedMeters.CHANGED);
        } else {
            batch.bury(((ReportMaker.Made.Refused) made).rejection(), came);
            meters.taken(feed.name(), FeedMeters.REJECTED);
        }
        // Also of what was rejected: its dead letter may be sent again, and the next version must be a later one.
        batch.change(new Change.Knows(feed.name(), Item.of(mark, offered, told, stamp.revision(), firstSeenAt)));
    }

    /** When the feed says, if that can be; else now, as it was not known before. */
    private static Instant revisedAt(Content content, Optional<Instant> updatedAt, Instant now) {
        Instant published = content.publishedAt().orElse(now);
        Instant said = updatedAt
                .filter(time -> time.isAfter(published) && !time.isAfter(now))
                .orElse(now);
        return said.isBefore(published) ? published : said;
    }
}
