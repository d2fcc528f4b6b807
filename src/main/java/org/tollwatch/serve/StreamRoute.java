package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tollwatch.stream.NewsDesk;
import org.tollwatch.stream.Positions;
import org.tollwatch.stream.StoresNotReadyException;

/** What happens, as it happens, as server-sent events. */
final class StreamRoute {

    /** Some seconds of a busy day; with a kilobyte each, 10 MB a reader at most. */
    private static final int MOST_WAITING = 10_000;

    private final Answers answers;
    private final NewsDesk desk;
    private final Hub hub;

    StreamRoute(Answers answers, Hub hub) {
        this.answers = answers;
        this.desk = answers.service().news();
        this.hub = hub;
    }

    /** Answers until the reader goes or is cut off; from {@code Last-Event-ID}, where it has one. */
    void stream(Context request) throws IOException {
        EventFilter filter =
                EventFilter.of(answers.asked(request).only("conflict", "party", "measure", "window"), answers);
        if (hub.positions().isEmpty()) {
            throw new StoresNotReadyException("The topics that the stream is read from are not found yet: ask again.");
        }
        if (hub.count() >= Hub.MOST_READERS) {
            throw new StoresNotReadyException(
                    Hub.MOST_READERS + " readers are on the stream already; ask again, or another instance.");
        }
        Optional<String> last = Optional.ofNullable(request.header("Last-Event-ID"));
        request.status(200).contentType("text/event-stream;charset=utf-8");
        request.header(Header.CACHE_CONTROL, "no-cache").header("X-Accel-Buffering", "no");
        CompletableFuture<Void> done = new CompletableFuture<>();
        Reader reader = new Reader(filter, MOST_WAITING);
        Delivery delivery = new Delivery(hub, desk, reader, request.res().getOutputStream(), answers.conflicts());
        request.future(() -> {
            Thread thread = new Thread(
                    () -> {
                        delivery.run(last, last.flatMap(Positions::parse));
                        done.complete(null);
                        hub.leave(reader);
                    },
                    "stream-reader");
            thread.setDaemon(true);
            thread.start();
            return done;
        });
    }
}
