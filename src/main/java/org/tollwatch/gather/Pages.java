package org.tollwatch.gather;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.tollwatch.web.PageReading;
import org.tollwatch.web.PageText;

/** Fetches the pages that feeds point to. */
final class Pages {

    /** What became of a page. */
    sealed interface Found {

        /** Its article. */
        record Article(PageReading.Page page) implements Found {}

        /** It has none, or it is not to be fetched; the feed's own words are all there is. */
        record Nothing(String why) implements Found {}

        /** It may be had later. */
        record Later(String why) implements Found {}
    }

    private final Fetcher fetcher;
    private final HostGate gate;
    private final RobotsBook robots;
    private final Executor workers;

    /** @param workers that read pages */
    Pages(Fetcher fetcher, HostGate gate, RobotsBook robots, Executor workers) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.robots = robots;
        this.workers = workers;
    }

    CompletableFuture<Found> find(URI page, Feed feed) {
        return robots.objection(page, feed)
                .thenCompose(objection -> objection
                        .map(failed -> CompletableFuture.<Answer>completedFuture(failed))
                        .orElseGet(() -> gate.pass(page, () -> fetcher.fetch(Wanted.plain(page, feed)))))
                .thenApplyAsync(Pages::found, workers);
    }

    private static Found found(Answer answer) {
        if (answer instanceof Answer.Got got) {
            PageReading reading = PageText.read(got.body(), got.type(), got.at());
            return reading instanceof PageReading.Page page
                    ? new Found.Article(page)
                    : new Found.Nothing(((PageReading.NoArticle) reading).reason());
        }
        if (answer instanceof Answer.Failed failed) {
            String why = failed.trouble().label() + ": " + failed.why();
            return failed.trouble().passing() ? new Found.Later(why) : new Found.Nothing(why);
        }
        return new Found.Nothing("the page is said to be unchanged, though it was not asked whether it is");
    }
}
