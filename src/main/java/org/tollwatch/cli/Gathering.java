package org.tollwatch.cli;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.gather.FeedService;
import org.tollwatch.gather.Feeds;
import org.tollwatch.gather.ReportMaker;

/** The looking at feeds beside the counting, where there are any. */
final class Gathering implements AutoCloseable {

    private final Optional<FeedService> service;

    private Gathering(Optional<FeedService> service) {
        this.service = service;
    }

    /** @param feeds empty: none is looked at */
    static Gathering start(
            Optional<Feeds> feeds, Session session, Conflicts conflicts, MeterRegistry meters, Console console) {
        return new Gathering(feeds.map(all -> FeedService.start(
                all, session.settings(), new ReportMaker(conflicts, console.clock()), meters, console.clock())));
    }

    /** Empty where no feed is looked at. */
    Optional<FeedService> service() {
        return service;
    }

    @Override
    public void close() {
        service.ifPresent(FeedService::close);
    }
}
