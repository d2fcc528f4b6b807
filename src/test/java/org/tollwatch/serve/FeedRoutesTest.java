package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.gather.FeedService;
import org.tollwatch.gather.FeedsFile;
import org.tollwatch.gather.ReportMaker;
import org.tollwatch.policy.Policies;
import org.tollwatch.stream.Settings;

/** How feeds do, over HTTP. */
@Timeout(120)
class FeedRoutesTest {

    @TempDir
    Path directory;

    @Test
    void aFeedThatWasNeverSeenAndASilentOneAreToldAsSuch() throws Exception {
        Files.createDirectories(directory.resolve("drop"));
        Path file = Files.writeString(directory.resolve("feeds.yaml"), """
                every: 200ms
                feeds:
                  inside: {url: 'http://127.0.0.1:9/rss?key=secret', source: A, language: en, region: R, country: GB}
                  drop: {folder: drop, source: B, conflict: gaza-lebanon}
                """);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Running running = new Running(directory.resolve("running"));
                FeedService feeds = FeedService.start(
                        FeedsFile.read(file, Running.CONFLICTS),
                        Settings.of(running.cluster.at(), directory.resolve("unused")),
                        new ReportMaker(Running.CONFLICTS, Clock.systemUTC()),
                        meters,
                        Clock.systemUTC());
                Server server = Server.start(
                        Door.loopback(0),
                        running.service,
                        Running.CONFLICTS,
                        Policies.bundled(),
                        meters,
                        new Beside(Optional.empty(), Optional.of(feeds), Optional.empty()))) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(feeds.health().get(0).trouble()).isPresent();
                assertThat(feeds.health().get(1).lastSuccess()).isPresent();
            });
            String body = get(server.url() + "/api/v1/feeds");
            Document document = Document.of(get(server.url() + "/api/v1/openapi.json"));
            assertThat(document.faults("/api/v1/feeds", 200, body)).isEmpty();
            assertThat(body).doesNotContain("secret");
            JsonNode items = new ObjectMapper().readTree(body).path("items");
            assertThat(items.get(0).path("state").asText()).isEqualTo("never_seen");
            assertThat(items.get(0).path("trouble").asText()).isEqualTo("refused_address");
            assertThat(items.get(0).path("errors").path("refused_address").asInt())
                    .isPositive();
            assertThat(items.get(1).path("state").asText()).isEqualTo("silent");
            assertThat(get(server.url() + "/metrics"))
                    .contains("tollwatch_feeds{state=\"never_seen\"} 1.0")
                    .contains("tollwatch_feeds{state=\"silent\"} 1.0")
                    .contains("tollwatch_feed_last_success_timestamp_seconds{feed=\"drop\"}")
                    .doesNotContain("tollwatch_feed_last_success_timestamp_seconds{feed=\"inside\"}");
            assertThat(new ObjectMapper()
                            .readTree(get(running.server.url() + "/api/v1/feeds"))
                            .path("polled")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
