package org.tollwatch.serve;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One reader of the stream: what it asked for and has not yet been sent, at most so much. */
final class Reader {

    private final EventFilter filter;
    private final BlockingQueue<Optional<Event>> waiting;
    private volatile boolean cut;

    /** @param most how many events may wait */
    Reader(EventFilter filter, int most) {
        this.filter = filter;
        waiting = new ArrayBlockingQueue<>(most);
    }

    boolean wants(Event event) {
        return filter.fits(event);
    }

    /** Never waits. Says whether the reader keeps up; one that does not is cut off. */
    boolean offer(Event event) {
        if (!wants(event) || waiting.offer(Optional.of(event))) {
            return true;
        }
        cut();
        return false;
    }

    /** It gets nothing more: it goes on with another request, from what it saw last. */
    void cut() {
        cut = true;
        waiting.clear();
        waiting.offer(Optional.empty()); // for who waits
    }

    boolean isCut() {
        return cut;
    }

    /** Empty when nothing came within the patience. */
    Optional<Event> next(Duration patience) throws InterruptedException {
        Optional<Event> next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? Optional.empty() : next;
    }
}
