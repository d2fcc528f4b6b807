package org.tollwatch.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docker-compose.yml, started for real, but for Grafana, whose files ComposeFileTest looks at. */
@Tag("containers")
@Timeout(600)
class ComposeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TALLIES =
            "/api/v1/tallies?conflict=nagorno-karabakh&party=artsakh&measure=KILLED&window=episode";
    private static final String SCRAPED =
            "tollwatch_tally_best{party=\"artsakh\",measure=\"KILLED\",status=\"ANY\",window=\"episode\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void allOfItStartsCountsTheSamplesAndIsWatched() throws Exception {
        assumeThat(Compose.isThere())
                .as("There is no Docker with compose here; src/containers/images/build.sh gets both")
                .isTrue();
        try (Compose compose = new Compose()) {
            compose.run("up", "-d", "--wait", "tollwatch", "prometheus", "alertmanager");
            System.out.println("Compose: Grafana is left out, as no image of it can be made without a registry.");

            assertThat(get(compose.url("TOLLWATCH_PORT") + TALLIES, "").statusCode())
                    .as("without a token")
                    .isEqualTo(401);
            String token = compose.run("exec", "-T", "tollwatch", "cat", "/run/tollwatch/desk");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(episodes(compose, token))
                            .as("the best of the killed of both episodes of the samples")
                            .containsExactlyInAnyOrder(673, 200));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(scraped(compose, SCRAPED)).isEqualTo("200"));
            assertThat(scraped(compose, "up{job=\"tollwatch\"}")).isEqualTo("1");
            assertThat(read(compose.url("PROMETHEUS_PORT") + "/api/v1/rules")
                            .path("data")
                            .path("groups"))
                    .as("rules of k8s/monitoring")
                    .isNotEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(read(compose.url("PROMETHEUS_PORT") + "/api/v1/alertmanagers")
                                    .path("data")
                                    .path("activeAlertmanagers"))
                            .hasSize(1));
            assertThat(read(compose.url("ALERTMANAGER_PORT") + "/api/v2/status")
                            .path("config")
                            .path("original")
                            .asText())
                    .contains("receiver: page");
            everyContainerIsHeldTight(compose);
        }
    }

    private List<Integer> episodes(Compose compose, String token) throws Exception {
        HttpResponse<String> answer = get(compose.url("TOLLWATCH_PORT") + TALLIES, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Integer> bests = new ArrayList<>();
        for (JsonNode tally : json.readTree(answer.body()).path("items")) {
            if (tally.path("status").asText().equals("ANY")
                    && tally.path("place").isMissingNode()) {
                bests.add(tally.path("best").asInt());
            }
        }
        return bests;
    }

    private String scraped(Compose compose, String query) throws Exception {
        JsonNode found = read(compose.url("PROMETHEUS_PORT") + "/api/v1/query?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
        return found.path(0).path("value").path(1).asText();
    }

    private void everyContainerIsHeldTight(Compose compose) throws Exception {
        List<String> ids = compose.run("ps", "-a", "-q").lines().toList();
        assertThat(ids).hasSize(6);
        List<String> inspect = new ArrayList<>(List.of("inspect"));
        inspect.addAll(ids);
        for (JsonNode container : json.readTree(compose.docker(inspect))) {
            String name = container.path("Name").asText();
            JsonNode host = container.path("HostConfig");
            assertThat(host.path("ReadonlyRootfs").asBoolean()).as(name).isTrue();
            assertThat(host.path("Memory").asLong()).as(name).isPositive();
            assertThat(host.path("CapDrop").toString()).as(name).isEqualTo("[\"ALL\"]");
            assertThat(host.path("SecurityOpt").toString()).as(name).contains("no-new-privileges:true");
            assertThat(container.path("Config").path("User").asText())
                    .as(name + ": user")
                    .isNotIn("", "0", "root");
            for (JsonNode ports : container.path("NetworkSettings").path("Ports")) {
                for (JsonNode port : ports) {
                    assertThat(port.path("HostIp").asText()).as(name).isEqualTo("127.0.0.1");
                }
            }
        }
    }

    private JsonNode read(String url) throws Exception {
        return json.readTree(get(url, "").body());
    }

    private HttpResponse<String> get(String url, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
