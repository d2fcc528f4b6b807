package org.tollwatch.gather;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.tollwatch.web.Entry;
import org.tollwatch.web.FeedDocument;
import org.tollwatch.web.FeedReading;

/** Fetches a feed once and tells what would be published of it. Nothing is written. */
public final class Trial {

    /**
     * One entry.
     *
     * @param made a report, or why there would be none
     * @param flaws what is wrong with the entry or its page
     */
    public record Piece(String title, ReportMaker.Made made, List<String> flaws) {}

    /**
     * What became of the feed.
     *
     * @param failure why there is nothing
     * @param moved where it is for good
     * @param flaws of the feed as a whole
     */
    public record Outcome(
            Optional<String> failure, Optional<String> moved, List<String> flaws, int entries, List<Piece> pieces) {

        static Outcome failed(Trouble trouble, String why) {
            return new Outcome(Optional.of(trouble.label() + ": " + why), Optional.empty(), List.of(), 0, List.of());
        }
    }

    private Trial() {}

    /** @param most entries whose pages are fetched: those that stand first */
    public static Outcome of(Feed feed, Feeds feeds, ReportMaker maker, Clock clock, int most) {
        ScheduledExecutorService dues = Executors.newSingleThreadScheduledExecutor(Threads.named("feeds-due"));
        try (Wire wire = new Wire()) {
            Fetcher fetcher = new WebFetcher(wire, clock);
            HostGate gate = new HostGate(feeds.pause(), dues);
            Pages pages = new Pages(fetcher, gate, new RobotsBook(fetcher, gate, clock), Runnable::run);
            URI url = ((Origin.Web) feed.origin()).url();
            Answer answer =
                    gate.pass(url, () -> fetcher.fetch(Wanted.plain(url, feed))).join();
            if (answer instanceof Answer.Failed failed) {
                return Outcome.failed(failed.trouble(), failed.why());
            }
            return read(feed, (Answer.Got) answer, pages, maker, most);
        } finally {
            dues.shutdownNow();
        }
    }

    private static Outcome read(Feed feed, Answer.Got got, Pages pages, ReportMaker maker, int most) {
        FeedReading reading = FeedDocument.read(got.body(), got.type(), got.at());
        if (reading instanceof FeedReading.NotAFeed not) {
            return Outcome.failed(Trouble.NOT_A_FEED, not.reason());
        }
        FeedReading.Feed read = (FeedReading.Feed) reading;
        List<String> marks = Identity.marks(read.entries());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < Math.min(most, read.entries().size()); i++) {
            pieces.add(piece(feed, marks.get(i), read.entries().get(i), pages, maker));
        }
        return new Outcome(
                Optional.empty(),
                got.moved().map(Shown::address),
                read.flaws(),
                read.entries().size(),
                pieces);
    }

    private static Piece piece(Feed feed, String mark, Entry entry, Pages pages, ReportMaker maker) {
        List<String> flaws = new ArrayList<>(entry.flaws());
        Content content = Content.of(entry);
        if (feed.pages() && !entry.whole() && entry.link().isPresent()) {
            Pages.Found found = pages.find(entry.link().get(), feed).join();
            if (found instanceof Pages.Found.Article article) {
                content = Content.of(entry, article.page());
            } else {
                String why =
                        found instanceof Pages.Found.Later later ? later.why() : ((Pages.Found.Nothing) found).why();
                flaws.add("the page: " + why);
            }
        }
        Stamp stamp = new Stamp(1, Optional.empty(), maker.now());
        ReportMaker.Made made = maker.make(
                feed,
                content,
                feed.name() + "-" + mark,
                stamp,
                entry.link().map(Object::toString).orElse(entry.id()));
        return new Piece(content.title(), made, flaws);
    }
}
