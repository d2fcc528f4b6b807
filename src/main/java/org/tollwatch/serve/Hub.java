package org.tollwatch.serve;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.News;
import org.tollwatch.stream.NewsDesk;
import org.tollwatch.stream.NewsReader;
import org.tollwatch.stream.Positions;

/** Reads the news once, and hands it to all readers of the stream. A reader that falls behind is cut off, alone. */
final class Hub implements AutoCloseable {

    /** Further readers are sent away: each takes a thread. */
    static final int MOST_READERS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 1_000;

    private final NewsDesk desk;
    private final Conflicts conflicts;
    private final NewsListener listener;
    private final Set<Reader> readers = new HashSet<>();
    /** Those that were cut off too, until they know. */
    private final Set<Reader> present = new HashSet<>();

    private final Counter sent;
    private final Counter cutOff;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "stream");
    private Positions positions;

    /** @param listener told of everything, whether anybody reads the stream or not */
    Hub(NewsDesk desk, Conflicts conflicts, MeterRegistry meters, NewsListener listener) {
        this.desk = desk;
        this.conflicts = conflicts;
        this.listener = listener;
        sent = Counter.builder("tollwatch.stream.events")
                .description("Events sent to readers of the stream")
                .register(meters);
        cutOff = Counter.builder("tollwatch.stream.cut")
                .description("Readers of the stream that were cut off as they did not keep up")
                .register(meters);
        Gauge.builder("tollwatch.stream.readers", this, Hub::count)
                .description("Readers of the stream")
                .register(meters);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How far the readers were told; empty before the topics were found. */
    synchronized Optional<Positions> positions() {
        return Optional.ofNullable(positions);
    }

    /** From the returned positions on, the reader is told. */
    synchronized Positions join(Reader reader) {
        readers.add(reader);
        present.add(reader);
        return positions;
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
        present.remove(reader);
        notifyAll();
    }

    synchronized int count() {
        return present.size();
    }

    /** Whatever happens to the broker or the registry: goes on where it stopped. */
    private void run() {
        while (closing.getCount() > 0) {
            try (NewsReader news = reader()) {
                at(news.positions());
                while (closing.getCount() > 0) {
                    news.poll(POLL, item -> {
                        listener.heard(item);
                        tell(item);
                    });
                    at(news.positions());
                }
            } catch (KafkaException e) {
                LOG.warn("The stream stands still ({}); it goes on when the topics can be read again.", e.toString());
                pause();
            }
        }
    }

    private NewsReader reader() {
        return positions().flatMap(desk::from).orElseGet(() -> {
            cutAll(); // what they missed they would not be told
            NewsReader now = desk.fromNow();
            listener.missed();
            return now;
        });
    }

    private synchronized void cutAll() {
        readers.forEach(Reader::cut);
        readers.clear();
    }

    private void pause() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void at(Positions next) {
        positions = next;
    }

    synchronized void tell(News.Item item) {
        if (!readers.isEmpty()) {
            Event.of(item, conflicts).ifPresent(this::tell);
        }
        positions = item.after();
    }

    private void tell(Event event) {
        readers.removeIf(reader -> {
            boolean slow = !reader.offer(event);
            if (slow) {
                cutOff.increment();
            } else {
                sent.increment();
            }
            return slow;
        });
    }

    @Override
    public void close() {
        closing.countDown();
        cutAll();
        try {
            awaitNobody();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So that each gets the end of its answer; but not for ever for one that does not read. */
    private synchronized void awaitNobody() throws InterruptedException {
        for (int i = 0; i < 20 && !present.isEmpty(); i++) {
            wait(100);
        }
    }
}
