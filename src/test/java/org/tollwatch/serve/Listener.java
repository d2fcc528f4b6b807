package org.tollwatch.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Reads a stream of server-sent events, as a browser would. */
final class Listener implements AutoCloseable {

    record Sent(String name, String id, String data) {}

    private final List<Sent> events = Collections.synchronizedList(new ArrayList<>());
    private final Consumer<Sent> also;
    private final InputStream body;
    private final BufferedReader lines;
    private volatile String last = "";
    private volatile boolean ended;

    /** @param headers name, value; returns when the stream has said where it begins */
    static Listener to(String url, String... headers) throws Exception {
        return to(url, event -> {}, headers);
    }

    /** @param also told of each event as it comes */
    static Listener to(String url, Consumer<Sent> also, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), BodyHandlers.ofInputStream());
        Listener listener = new Listener(answer, also);
        while (listener.last.isEmpty()) {
            listener.read();
        }
        Thread thread = new Thread(listener::readAll, "listener");
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private Listener(HttpResponse<InputStream> answer, Consumer<Sent> also) {
        this.also = also;
        body = answer.body();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** What came until now. */
    List<Sent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** Where to go on. */
    String lastId() {
        return last;
    }

    boolean hasEnded() {
        return ended;
    }

    private void readAll() {
        try {
            while (read()) {
                // on
            }
        } catch (IOException | UncheckedIOException e) {
            // closed
        }
        ended = true;
    }

    private boolean read() throws IOException {
        String name = "";
        String data = "";
        String line;
        while ((line = lines.readLine()) != null && !line.isEmpty()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith("id: ")) {
                last = line.substring(4);
            }
        }
        if (!data.isEmpty()) {
            Sent event = new Sent(name, last, data);
            events.add(event);
            also.accept(event);
        }
        return line != null;
    }

    @Override
    public void close() throws IOException {
        body.close(); // the reader is held by who waits for the next line
    }
}
