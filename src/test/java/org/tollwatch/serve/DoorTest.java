package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Role;
import org.tollwatch.guard.Secret;
import org.tollwatch.guard.Token;
import org.tollwatch.guard.TokenBook;
import org.tollwatch.guard.TokensFile;
import org.tollwatch.stream.Range;
import org.tollwatch.stream.StoresNotReadyException;

/** Who is let in, at a running service that others could reach. */
@Timeout(180)
class DoorTest {

    private static final Set<String> OPEN = Set.of("/livez", "/readyz");

    @TempDir
    static Path directory;

    private static Running running;
    private static Server server;
    private static String read;
    private static String push;
    private static String admin;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        running = new Running(directory.resolve("data"));
        running.service.awaitQuiet(progress -> {});
        TokensFile file = new TokensFile(directory.resolve("tokens"));
        read = added(file, "reader", Role.READ);
        push = added(file, "pusher", Role.PUSH);
        admin = added(file, "other instances", Role.ADMIN);
        Gate gate = new Gate(Optional.of(TokenBook.of(file)), Optional.empty());
        server = running.another(new Door(InetAddress.getByName("0.0.0.0"), 0, gate, 0));
    }

    private static String added(TokensFile file, String name, Role role) {
        Token.Made made =
                Token.make(name.replace(' ', '-'), Set.of(role), LocalDate.of(2024, 5, 1), new SecureRandom());
        file.add(made.token());
        return made.secret();
    }

    @AfterAll
    static void stop() {
        server.close();
        running.close();
    }

    private HttpResponse<String> send(Server to, String method, String path, Optional<String> authorization)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(to.url() + path)).method(method, BodyPublishers.noBody());
        authorization.ifPresent(value -> request.header("Authorization", value));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int status(String method, String path, String secret) throws Exception {
        return send(server, method, path, Optional.of("Bearer " + secret)).statusCode();
    }

    @Test
    void everyRouteButHealthNeedsAToken() throws Exception {
        int closed = 0;
        for (String declared : server.paths()) {
            if (!declared.startsWith("/")) {
                continue; // what is done before every route
            }
            String path = declared.replaceAll("[<{][a-z]+[>}]", "x");
            String method = path.endsWith("/articles") ? "POST" : "GET";
            HttpResponse<String> answer = send(server, method, path, Optional.empty());
            if (OPEN.contains(path)) {
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            } else {
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.TYPE);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .as(path)
                        .isPresent();
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .isPresent();
                closed++;
            }
        }
        assertThat(closed).isGreaterThan(20);
        for (String method : Set.of("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE")) {
            HttpResponse<String> answer = send(server, method, "/api/v1/tallies", Optional.empty());
            assertThat(answer.statusCode()).as(method).isIn(401, 403, 404, 405);
            assertThat(answer.body()).as(method).doesNotContain("items");
        }
        assertThat(send(server, "POST", "/api/v1/reports", Optional.empty()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenOpensWhatItsRoleSays() throws Exception {
        String stores = HttpPeers.PATH + "ledger?from=a&to=b&last=1&partitions=0";
        assertThat(status("GET", "/api/v1/conflicts", read)).isEqualTo(200);
        assertThat(status("HEAD", "/api/v1/conflicts", read))
                .as("no route says who may")
                .isEqualTo(403);
        assertThat(status("GET", "/metrics", read)).isEqualTo(200);
        assertThat(status("GET", "/", read)).isEqualTo(200);
        assertThat(status("GET", "/api/v1/conflicts", push)).isEqualTo(403);
        assertThat(status("POST", "/api/v1/articles", read)).isEqualTo(403);
        assertThat(status("GET", stores, read)).isEqualTo(403);
        assertThat(status("GET", stores, admin)).isNotIn(401, 403);
        assertThat(status("GET", "/api/v1/conflicts", read.substring(1))).isEqualTo(401);
    }

    @Test
    void aBrowserIsAskedAndReadsWithThePassword() throws Exception {
        HttpResponse<String> asked = send(server, "GET", "/", Optional.empty());
        assertThat(asked.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
        String pair = Base64.getEncoder().encodeToString((":" + read).getBytes(StandardCharsets.UTF_8));
        assertThat(send(server, "GET", "/", Optional.of("Basic " + pair)).statusCode())
                .isEqualTo(200);
        String pushing = Base64.getEncoder().encodeToString((":" + push).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> pushed = send(server, "POST", "/api/v1/articles", Optional.of("Basic " + pushing));
        assertThat(pushed.statusCode())
                .as("what any page can make a browser send")
                .isEqualTo(401);
    }

    @Test
    void theStreamNeedsATokenAsTheRestDoes() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/stream"))
                .header("Authorization", "Bearer " + read)
                .build();
        HttpResponse<InputStream> stream = http.send(request, BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        stream.body().close();
    }

    @Test
    void instancesAskEachOtherWithAToken() {
        HostInfo host = new HostInfo("127.0.0.1", URI.create(server.url()).getPort());
        Optional<Secret> reader = Secret.find(Optional.empty(), "", read);
        assertThatThrownBy(() -> new HttpPeers(Optional.empty()).ask(host, "ledger", range(), Set.of(0)))
                .isInstanceOf(StoresNotReadyException.class)
                .hasMessageContaining("wants a token with the role admin");
        assertThatThrownBy(() -> new HttpPeers(reader).ask(host, "ledger", range(), Set.of(0)))
                .hasMessageContaining("wants a token with the role admin")
                .hasMessageNotContaining(read);
        assertThatCode(() -> new HttpPeers(Secret.find(Optional.empty(), "", admin))
                        .ask(host, "tallies", range(), Set.of(0)))
                .doesNotThrowAnyException();
    }

    private static Range range() {
        return new Range("a", "b", 1, "");
    }

    @Test
    void withoutTokensOnlyLoopbackIsListenedAt() {
        assertThatThrownBy(() -> new Door(InetAddress.getByName("0.0.0.0"), 0, Gate.OPEN, 0))
                .isInstanceOf(ServeException.class)
                .hasMessageContaining("tokens add");
        assertThatCode(() -> new Door(InetAddress.getByName("::1"), 0, Gate.OPEN, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutTokensNoOtherNameIsAnswered() throws Exception {
        int port = URI.create(running.server.url()).getPort();
        assertThat(statusLine(port, "evil.example:" + port)).contains(" 421 ");
        assertThat(statusLine(port, "127.0.0.1.evil.example")).contains(" 421 ");
        assertThat(statusLine(port, "LOCALHOST:" + port)).contains(" 200 ");
        assertThat(statusLine(port, "127.0.0.1")).contains(" 200 ");
    }

    private static String statusLine(int port, String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /api/v1/conflicts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
