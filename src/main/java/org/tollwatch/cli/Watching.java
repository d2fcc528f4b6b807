package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tollwatch.cli.LiveFeed.Back;
import org.tollwatch.cli.LiveFeed.Event;
import org.tollwatch.cli.LiveFeed.Heard;
import org.tollwatch.cli.LiveFeed.Lost;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Tally;

/** Keeps the tallies of a running service up to date with its events, and has them shown. */
final class Watching implements AutoCloseable {

    /** Between two pictures: a burst is shown at once. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Service service;
    private final FilterOption filter;
    private final List<String> windows;
    private final LiveTallies tallies;
    private final LiveFeed feed;
    private boolean stale = true;
    private boolean begun;

    private Watching(Service service, FilterOption filter, List<String> windows, LiveTallies tallies, LiveFeed feed) {
        this.service = service;
        this.filter = filter;
        this.windows = windows;
        this.tallies = tallies;
        this.feed = feed;
    }

    /** The stream is opened before the tallies are asked for, so that no change falls in between. */
    static Watching of(Service service, FilterOption filter, List<String> windows) {
        LiveTallies tallies = new LiveTallies(new RemoteConflicts(service).about(filter));
        Query stream =
                filter.ofStream(Query.of("stream"), tallies.conflicts()).with("window", String.join(",", windows));
        return new Watching(service, filter, windows, tallies, LiveFeed.of(service, stream));
    }

    /** Until the thread is interrupted, or nobody reads any more. */
    void run(LiveView view, BooleanSupplier gone) throws InterruptedException {
        askAnew(view);
        view.show(tallies);
        while (!gone.getAsBoolean()) {
            Optional<Heard> heard = feed.next(Duration.ofSeconds(1));
            for (; heard.isPresent(); heard = feed.next(Duration.ZERO)) {
                take(heard.get(), view);
            }
            askAnew(view);
            view.show(tallies);
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** At the start, and after changes that were missed; what cannot be asked now is asked again. */
    private void askAnew(LiveView view) {
        if (!stale) {
            return;
        }
        try {
            List<Tally> all = all();
            tallies.clear();
            all.forEach(tallies::put);
            view.status("live");
            if (!begun) {
                view.begin(tallies);
            }
            begun = true;
            stale = false;
        } catch (CommandFailure e) {
            if (!begun && !(e instanceof NotReadyFailure)) {
                throw e;
            }
            view.status(e.getMessage());
        }
    }

    private void take(Heard heard, LiveView view) {
        if (heard instanceof Lost lost) {
            view.status(service + ": " + lost.why() + "; tries again in "
                    + lost.pause().toSeconds() + " s");
        } else if (heard instanceof Back) {
            view.status("live");
        } else if (heard instanceof Event event) {
            stale |= event.name().equals("reset");
            view.heard(event, line(event));
        }
    }

    private String line(Event event) {
        JsonNode data = event.data();
        Optional<Conflict> conflict = tallies.conflict(data);
        if (conflict.isEmpty()) {
            return event.name().equals("reset") ? "Some changes were missed; all figures are asked for anew." : "";
        }
        LiveLine line = new LiveLine(conflict.get());
        RemoteTallies reader = new RemoteTallies(conflict.get());
        return switch (event.name()) {
            case "tally" -> filter.fits(data, conflict.get()) ? changed(reader.tally(data), line) : "";
            case "gone" ->
                tallies.remove(reader.scope(data), reader.window(data.path("window")))
                        .map(line::gone)
                        .orElse("");
            case "report" -> line.report(data);
            default -> "";
        };
    }

    /** "0 or more" is no figure. */
    private String changed(Tally tally, LiveLine line) {
        Optional<Tally> before = tallies.put(tally);
        return TallyTable.tells(tally) ? line.tally(before.filter(TallyTable::tells), tally) : "";
    }

    private List<Tally> all() {
        Query query = filter.in(Query.of("tallies")).with("window", String.join(",", windows));
        List<Tally> all = new ArrayList<>();
        for (Conflict conflict : tallies.conflicts()) {
            RemoteTallies reader = new RemoteTallies(conflict);
            service.each(query.with("conflict", conflict.id()), tally -> all.add(reader.tally(tally)));
        }
        return all;
    }

    @Override
    public void close() {
        feed.close();
    }
}
