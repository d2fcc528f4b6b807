package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The events of a running service, as they come. When the connection is lost it is made again, and goes on after the last
 * event that was read.
 */
final class LiveFeed implements AutoCloseable {

    /** Something that was heard. */
    sealed interface Heard {}

    /** @param name tally, gone, report or reset */
    record Event(String name, JsonNode data) implements Heard {}

    /** The connection is gone; it is tried again after the pause. */
    record Lost(String why, Duration pause) implements Heard {}

    /** The connection is there again. */
    record Back() implements Heard {}

    /** The service says something every 15 seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(50);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** More wait at the service, which cuts off who is too slow; nothing is lost by that. */
    private static final int MOST_WAITING = 1_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Service service;
    private final Query query;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile InputStream stream;
    private volatile long lastLine = System.nanoTime();
    private Optional<String> last = Optional.empty();

    private LiveFeed(Service service, Query query) {
        this.service = service;
        this.query = query;
    }

    /**
     * A service that is only starting is waited for.
     *
     * @throws CommandFailure when it cannot be reached, or refuses the question
     */
    static LiveFeed of(Service service, Query query) {
        LiveFeed feed = new LiveFeed(service, query);
        try {
            feed.stream = service.events(query, Optional.empty());
        } catch (NotReadyFailure e) {
            feed.stream = InputStream.nullInputStream();
        }
        Thread thread = new Thread(feed::run, "live-feed");
        thread.setDaemon(true);
        thread.start();
        return feed;
    }

    /** The next, if it comes within the time. */
    Optional<Heard> next(Duration patience) throws InterruptedException {
        Heard next = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null && System.nanoTime() - lastLine > SILENCE.toNanos()) {
            lastLine = System.nanoTime();
            drop(); // half a connection says nothing for ever
        }
        return Optional.ofNullable(next);
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                read();
                comeBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void comeBack() throws InterruptedException {
        String why = "the connection was lost";
        for (Duration pause = Duration.ofSeconds(1); closed.getCount() > 0; pause = longer(pause)) {
            heard.put(new Lost(why, pause));
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            try {
                stream = service.events(query, last);
                lastLine = System.nanoTime();
                heard.put(new Back());
                return;
            } catch (CommandFailure e) {
                why = e.getMessage();
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Until the connection ends. */
    private void read() throws InterruptedException {
        String name = "";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine = System.nanoTime();
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line, "data: ".length(), line.length());
                } else if (line.startsWith("id: ")) {
                    last = Optional.of(line.substring("id: ".length()));
                } else if (line.isEmpty()) {
                    tell(name, data.toString());
                    name = "";
                    data.setLength(0);
                }
            }
        } catch (JsonProcessingException e) {
            last = Optional.empty(); // what cannot be read is not to be sent again
        } catch (IOException e) {
            // lost, or closed
        }
    }

    private void tell(String name, String data) throws JsonProcessingException, InterruptedException {
        if (!data.isEmpty()) {
            heard.put(new Event(name, MAPPER.readTree(data)));
        }
    }

    private void drop() {
        try {
            stream.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    @Override
    public void close() {
        closed.countDown();
        drop();
    }
}
