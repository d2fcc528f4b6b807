package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.gather.PushDesk;
import org.tollwatch.gather.ReportMaker;
import org.tollwatch.guard.Gate;
import org.tollwatch.guard.Secret;
import org.tollwatch.policy.Policies;

/** What is pushed over HTTP, to a running service. */
@Timeout(180)
class PushTest {

    private static final String WORD = "a-word-that-is-long-enough";
    private static final String ARTICLE =
            "{\"source\": \"Example Post\", \"publishedAt\": \"2020-10-17T15:45:00Z\", \"text\": \"At least %d civilians were"
                    + " killed in Ganja, Azerbaijan said.\"}";

    @TempDir
    static Path directory;

    private static Running running;
    private static PushDesk desk;
    private static Server server;
    private static Document document;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        running = new Running(directory);
        running.service.awaitQuiet(progress -> {});
        Path file = Files.writeString(directory.resolve("token"), WORD + "\n");
        Optional<Secret> token = Secret.find(Optional.of(file), "", null);
        var settings = running.cluster;
        var meters = new io.micrometer.prometheusmetrics.PrometheusMeterRegistry(
                io.micrometer.prometheusmetrics.PrometheusConfig.DEFAULT);
        desk = new PushDesk(
                new ReportMaker(Running.CONFLICTS, Clock.systemUTC()),
                Running.CONFLICTS,
                ReportPublisher.to(settings.at(), meters),
                running.service.reports(),
                Clock.systemUTC());
        server = Server.start(
                new Door(InetAddress.getLoopbackAddress(), 0, new Gate(Optional.empty(), token), 0),
                running.service,
                Running.CONFLICTS,
                Policies.bundled(),
                meters,
                new Beside(Optional.empty(), Optional.empty(), Optional.of(desk)));
        document = Document.of(running.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
        desk.close();
        running.close();
    }

    @Test
    void whatNoClientShouldSendIsNoErrorOfOurs() throws Exception {
        new HttpFuzz(URI.create(server.url()).getPort(), WORD).run(200);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(server.url() + "/livez"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anArticleIsTakenOnceAndKnownThereafter() throws Exception {
        HttpResponse<String> first = push("/articles", ARTICLE.formatted(13));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(document.faults("/api/v1/articles", 201, first.body())).isEmpty();
        String id = json(first).path("taken").get(0).asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> running.service.reports().header(id).isPresent());
        HttpResponse<String> again = push("/articles", ARTICLE.formatted(13));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("known").get(0).asText()).isEqualTo(id);
    }

    @Test
    void linesAreTakenOneByOneAndWhatIsWrongIsToldWithItsFieldAndLine() throws Exception {
        String lines = ARTICLE.formatted(14) + "\n" + ARTICLE.formatted(15).replace("2020-10-17T15:45:00Z", "yesterday")
                + "\n" + ARTICLE.formatted(16).replace("\"text\": \"", "\"file\": \"/etc/passwd\", \"other\": \"")
                + "\n";
        HttpResponse<String> answer = push("/articles", lines, "application/x-ndjson", "Bearer " + WORD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(document.faults("/api/v1/articles", 422, answer.body())).isEmpty();
        JsonNode told = json(answer);
        assertThat(told.path("taken")).hasSize(1);
        assertThat(told.path("rejected").get(0).path("origin").asText()).isEqualTo("push:2");
        assertThat(told.path("rejected").get(0).path("field").asText()).isEqualTo("publishedAt");
        assertThat(told.path("rejected").get(1).path("detail").asText()).contains("no file is read");
    }

    @Test
    void aReportIsReadAsFilesAreAndAnotherTextUnderItsIdIsRefused() throws Exception {
        String report = """
                {"id": "%s", "source": "Example Post", "language": "en", "conflict": "nagorno-karabakh",
                 "publishedAt": "2020-10-17T15:45:00Z", "text": "%s"}
                """;
        assertThat(push("/reports", report.formatted("own-1", "One.")).statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> push("/reports", report.formatted("own-1", "One.")).statusCode() == 200);
        HttpResponse<String> other = push("/reports", report.formatted("own-1", "Two."));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("field").asText()).isEqualTo("id");
        HttpResponse<String> none = push("/reports", report.formatted("", "Three."));
        assertThat(none.statusCode()).as(none.body()).isEqualTo(201);
        HttpResponse<String> misspelt =
                push("/reports", report.formatted("own-2", "x").replace("text", "txet"));
        assertThat(misspelt.statusCode()).isEqualTo(422);
        assertThat(json(misspelt).path("field").asText()).isEqualTo("txet");
        assertThat(document.faults("Problem", misspelt.body())).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheTokenIsRefusedAndWithoutOneAllAre() throws Exception {
        String article = ARTICLE.formatted(17);
        assertThat(push("/articles", article, "application/json", "Bearer " + WORD + "x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(push("/articles", article, "application/json", "Basic " + WORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(push("/articles", article, "text/plain", "Bearer " + WORD).statusCode())
                .isEqualTo(415);
        HttpRequest request = HttpRequest.newBuilder(URI.create(running.server.url() + "/api/v1/articles"))
                .header("Authorization", "Bearer ")
                .POST(BodyPublishers.ofString(article))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String large = " ".repeat(PushRoutes.LARGEST + 1);
        assertThat(push("/articles", large).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> push(String path, String body) throws Exception {
        return push(path, body, "application/json", "Bearer " + WORD);
    }

    private HttpResponse<String> push(String path, String body, String type, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Content-Type", type)
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
