package org.tollwatch.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.News;
import org.tollwatch.stream.NewsDesk;
import org.tollwatch.stream.NewsReader;
import org.tollwatch.stream.Positions;

/** Sends one reader first what it missed, read again from the topics, and then what comes. */
final class Delivery {

    /** Who missed more is better served by asking for everything anew. */
    static final long MOST_MISSED = 100_000;

    /** So little is missed that what comes meanwhile may wait. */
    private static final long NEARLY = 500;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_EMPTY_POLLS = 100;

    private final Hub hub;
    private final NewsDesk desk;
    private final Reader reader;
    private final OutputStream to;
    private final Conflicts conflicts;
    private Optional<Positions> seen = Optional.empty();

    Delivery(Hub hub, NewsDesk desk, Reader reader, OutputStream to, Conflicts conflicts) {
        this.hub = hub;
        this.desk = desk;
        this.reader = reader;
        this.to = to;
        this.conflicts = conflicts;
    }

    /**
     * Returns when the reader is gone or was cut off.
     *
     * @param asked where it wants to go on; empty: from now
     * @param from the same, where it can be understood
     */
    void run(Optional<String> asked, Optional<Positions> from) {
        try {
            if (asked.isEmpty()) {
                send(Event.mark("welcome", hub.join(reader).text()));
            } else {
                resume(from);
            }
            follow();
        } catch (IOException | UncheckedIOException e) {
            // The reader is gone.
        } catch (KafkaException e) {
            // What was missed cannot be read now: the reader asks again from where it is.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void resume(Optional<Positions> from) throws IOException {
        Optional<NewsReader> missed = from.flatMap(desk::from);
        if (missed.isEmpty()) {
            send(Event.reset("Last-Event-ID is none of this cluster, or what followed it is not kept any more."));
            send(Event.mark("welcome", hub.join(reader).text()));
            return;
        }
        try (NewsReader news = missed.get()) {
            if (behind(news, hub.positions().orElseThrow()) > MOST_MISSED) {
                send(Event.reset("More than " + MOST_MISSED + " events were missed."));
                send(Event.mark("welcome", hub.join(reader).text()));
                return;
            }
            send(Event.mark("welcome back", news.positions().text()));
            readOn(news, () -> behind(news, hub.positions().orElseThrow()) <= NEARLY);
            Positions joined = hub.join(reader);
            readOn(news, () -> behind(news, joined) == 0);
            seen = Optional.of(news.positions()); // perhaps more than the hub has told by now
        }
    }

    private static long behind(NewsReader news, Positions now) {
        return news.positions().behind(now);
    }

    private void readOn(NewsReader news, BooleanSupplier done) throws IOException {
        int empty = 0;
        while (!done.getAsBoolean()) {
            Positions before = news.positions();
            news.poll(POLL, this::send);
            empty = news.positions().equals(before) ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new IOException("what was missed cannot be read");
            }
        }
        to.flush();
    }

    private void send(News.Item item) {
        Event.of(item, conflicts).filter(reader::wants).ifPresent(event -> {
            try {
                to.write(event.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void send(byte[] text) throws IOException {
        to.write(text);
        to.flush();
    }

    /** Flushes when nothing waits, so that a burst goes out at once. */
    private void follow() throws IOException, InterruptedException {
        while (!reader.isCut()) {
            Optional<Event> event = reader.next(Duration.ZERO);
            if (event.isEmpty()) {
                to.flush();
                // Before waiting: what is told after this is not yet seen.
                String seen = hub.positions().orElseThrow().text();
                event = reader.next(HEARTBEAT);
                if (event.isEmpty() && !reader.isCut()) {
                    send(Event.mark("still here", seen));
                }
            }
            if (event.isPresent() && !wasSent(event.get())) {
                to.write(event.get().text());
            }
        }
    }

    private boolean wasSent(Event event) {
        return seen.filter(event.item()::isBefore).isPresent();
    }
}
