package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.gather.PushDesk;
import org.tollwatch.gather.ReportMaker;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Role;
import org.tollwatch.guard.Token;
import org.tollwatch.guard.TokenBook;
import org.tollwatch.guard.TokensFile;
import org.tollwatch.policy.Policies;

/** What one who asks may take of a running service. */
@Timeout(180)
class LimitsTest {

    private static final int PER_SECOND = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static Running running;
    private static String secret;
    private static Gate gate;
    private static Server limited;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        running = new Running(directory.resolve("data"));
        running.service.awaitQuiet(progress -> {});
        TokensFile file = new TokensFile(directory.resolve("tokens"));
        Token.Made made = Token.make("a", Set.of(Role.ADMIN), LocalDate.of(2024, 5, 1), new SecureRandom());
        file.add(made.token());
        secret = made.secret();
        gate = new Gate(Optional.of(TokenBook.of(file)), Optional.empty());
        limited = running.another(new Door(InetAddress.getLoopbackAddress(), 0, gate, PER_SECOND));
    }

    @AfterAll
    static void stop() {
        limited.close();
        running.close();
    }

    private HttpResponse<String> get(Server from, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(from.url() + path))
                .header("Authorization", "Bearer " + secret)
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void whoAsksTooOftenIsToldToWaitAndIsAnsweredAgain() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ZERO.plusMillis(1)).until(() -> {
            answers.add(get(limited, "/api/v1/conflicts"));
            return answers.get(answers.size() - 1).statusCode() == 429;
        });
        HttpResponse<String> refused = answers.get(answers.size() - 1);
        assertThat(answers).as("a burst is let through").hasSizeGreaterThan(PER_SECOND);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue(Problem.TYPE);
        assertThat(refused.body()).contains("\"status\":429", "ask again in a second");
        assertThat(get(limited, "/livez").statusCode())
                .as("health is no part of it")
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> get(limited, "/api/v1/conflicts").statusCode() == 200);
    }

    @Test
    void whereReadingIsFreeNobodyCounts() throws Exception {
        for (int i = 0; i < 200; i++) {
            assertThat(get(running.server, "/api/v1/conflicts").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoSendsSlowlyDoesNotStopOthers() throws Exception {
        var meters = new io.micrometer.prometheusmetrics.PrometheusMeterRegistry(
                io.micrometer.prometheusmetrics.PrometheusConfig.DEFAULT);
        try (PushDesk desk = new PushDesk(
                        new ReportMaker(Running.CONFLICTS, Clock.systemUTC()),
                        Running.CONFLICTS,
                        org.tollwatch.feed.ReportPublisher.to(running.cluster.at(), meters),
                        running.service.reports(),
                        Clock.systemUTC());
                Server server = Server.start(
                        new Door(InetAddress.getLoopbackAddress(), 0, gate, 0),
                        running.service,
                        Running.CONFLICTS,
                        Policies.bundled(),
                        meters,
                        new Beside(Optional.empty(), Optional.empty(), Optional.of(desk)));
                Slow slow = new Slow(server)) {
            String body = "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + secret + "\r\nContent-Length: 1000000\r\n\r\n{";
            slow.open(200, "GET /api/v1/conflicts HTTP/1.1\r\nHost: loc");
            slow.open(200, body);
            long begun = System.nanoTime();
            // It comes from the same address, and may have to wait until some of those are given up.
            assertThat(get(server, "/api/v1/conflicts").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            await().atMost(PATIENCE.multipliedBy(2))
                    .untilAsserted(() -> assertThat(slow.cutOff())
                            .as("bodies that come too slowly are given up")
                            .isGreaterThan(10));
            assertThat(get(server, "/api/v1/conflicts").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnections() throws Exception {
        try (Server server = running.another(new Door(InetAddress.getLoopbackAddress(), 0, gate, 0));
                Slow slow = new Slow(server)) {
            slow.open(Limits.MOST_OF_AN_ADDRESS + 50, "GET /livez HTTP/1.1\r\nHost: loc");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(slow.cutOff()).isGreaterThanOrEqualTo(50));
            assertThat(slow.cutOff()).isLessThan(100);
            slow.hangUp();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> get(server, "/livez").statusCode() == 200);
        }
    }

    @Test
    void headersThatAreTooLongAreRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(limited.url() + "/livez"))
                .header("X-Long", "x".repeat(20_000))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(431);
    }

    @Test
    void noOtherSiteMayReadAlong() throws Exception {
        for (String method : List.of("GET", "OPTIONS", "POST")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(running.server.url() + "/api/v1/conflicts"))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://other.example")
                    .header("Access-Control-Request-Method", "POST")
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().map().keySet())
                    .as(method)
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    /** Connections that send a byte every half second. */
    private static final class Slow implements AutoCloseable {

        private final URI to;
        private final List<Socket> sockets = new ArrayList<>();
        private final ScheduledThreadPoolExecutor pen = new ScheduledThreadPoolExecutor(1);
        private ScheduledFuture<?> dripping;

        Slow(Server to) {
            this.to = URI.create(to.url());
        }

        synchronized void open(int count, String first) throws IOException {
            for (int i = 0; i < count; i++) {
                Socket socket = new Socket(to.getHost(), to.getPort());
                socket.setSoTimeout(1);
                sockets.add(socket);
                send(socket, first);
            }
            if (dripping == null) {
                dripping = pen.scheduleWithFixedDelay(this::drip, 500, 500, TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void drip() {
            sockets.forEach(socket -> send(socket, " "));
        }

        private static void send(Socket socket, String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // it was cut off
            }
        }

        /** How many were answered or closed. */
        synchronized long cutOff() {
            return Stream.of(sockets.toArray(Socket[]::new)).filter(Slow::ended).count();
        }

        private static boolean ended(Socket socket) {
            try {
                socket.getInputStream().read();
                return true;
            } catch (java.net.SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            pen.shutdownNow();
            hangUp();
        }

        synchronized void hangUp() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
