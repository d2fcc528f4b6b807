package org.tollwatch.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes posts on loopback, and fails on demand. */
final class FakeReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it was sent. */
    record Posted(byte[] body, Optional<String> signature, Optional<String> key) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Posted> taken = new CopyOnWriteArrayList<>();
    private final List<Posted> failed = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    FakeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The statuses of the next answers; 0 is none at all, as when it is too slow. */
    void answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /** All is well from now on. */
    void recovers() {
        answers.clear();
    }

    List<Posted> taken() {
        return taken;
    }

    /** Those that were not answered with a success. */
    List<Posted> failed() {
        return failed;
    }

    /** Each taken message as EVENT party, in order. */
    List<String> events() {
        return taken.stream()
                .map(p -> p.json().path("event").asText() + " "
                        + p.json().path("party").asText())
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        Posted posted = new Posted(
                exchange.getRequestBody().readAllBytes(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE)),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Webhook.KEY)));
        Integer status = answers.poll();
        if (status == null || status == 200) {
            taken.add(posted);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        } else {
            failed.add(posted);
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
