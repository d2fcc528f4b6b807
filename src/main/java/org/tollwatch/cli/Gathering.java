package org.tollwatch.cli;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.gather.FeedService;
import org.tollwatch.gather.Feeds;
import org.tollwatch.gather.PushDesk;
import org.tollwatch.gather.ReportMaker;

/** What comes in by itself beside the counting: feeds that are looked at, and what is pushed. */
final class Gathering implements AutoCloseable {

    private final Optional<PushDesk> pushes;
    private final Optional<FeedService> feeds;

    private Gathering(Optional<PushDesk> pushes, Optional<FeedService> feeds) {
        this.pushes = pushes;
        this.feeds = feeds;
    }

    /**
     * @param feeds empty: none is looked at
     * @param pushed whether anybody may push
     */
    static Gathering start(
            Optional<Feeds> feeds,
            boolean pushed,
            Session session,
            Conflicts conflicts,
            MeterRegistry meters,
            Console console) {
        ReportMaker maker = new ReportMaker(conflicts, console.clock());
        Optional<PushDesk> pushes = pushed
                ? Optional.of(new PushDesk(
                        maker,
                        conflicts,
                        ReportPublisher.to(session.settings().cluster(), meters),
                        session.service().reports(),
                        console.clock()))
                : Optional.empty();
        return new Gathering(
                pushes, feeds.map(all -> FeedService.start(all, session.settings(), maker, meters, console.clock())));
    }

    /** Empty where no feed is looked at. */
    Optional<FeedService> service() {
        return feeds;
    }

    /** Empty where nobody may push. */
    Optional<PushDesk> pushes() {
        return pushes;
    }

    @Override
    public void close() {
        feeds.ifPresent(FeedService::close);
        pushes.ifPresent(PushDesk::close);
    }
}
