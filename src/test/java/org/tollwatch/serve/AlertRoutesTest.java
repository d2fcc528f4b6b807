package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.alert.AlertService;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.policy.Policies;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/** Alerts over HTTP, from a running service. */
@Timeout(300)
class AlertRoutesTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final String RULES =
            "rules:\n  heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 90d}\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private String url;

    @TempDir
    Path directory;

    @Test
    void alertsAreListedByStateAndWhatIsWrongIsTold() throws Exception {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Path rules = Files.writeString(directory.resolve("rules.yaml"), RULES, StandardCharsets.UTF_8);
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"))) {
            Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
            try (TallyService service = TallyService.start(settings, CONFLICTS, Policy.standard(), meters);
                    AlertService alerts =
                            AlertService.start(settings, RulesFile.read(rules, CONFLICTS), Clock.systemUTC(), meters);
                    Server server = Server.start(
                            Door.loopback(0), service, CONFLICTS, Policies.bundled(), meters, Optional.of(alerts));
                    ReportPublisher publisher = ReportPublisher.to(cluster.at(), meters)) {
                url = server.url();
                publisher.publish(
                        report("r", killed("c", "artsakh", 2, 54).build()).build(), "test", new byte[0]);
                publisher.flush();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> items("?conflict=nagorno-karabakh").size() == 1);
                JsonNode alert =
                        items("?conflict=nagorno-karabakh&state=active").get(0);
                assertThat(alert.path("state").asText()).isEqualTo("active");
                assertThat(alert.path("tier").asText()).isEqualTo("established");
                assertThat(alert.path("group").asText()).isEqualTo("nagorno-karabakh/*/artsakh");
                assertThat(alert.path("figures").path("claims").get(0).asText()).isEqualTo("c");
                Document document = Document.of(at("/api/v1/openapi.json").body());
                String body = get("?conflict=nagorno-karabakh").body();
                assertThat(document.faults("/api/v1/alerts", 200, body)).isEmpty();
                assertThat(body).contains("\"watched\":true");
                assertThat(items("?conflict=nagorno-karabakh&state=over")).isEmpty();
                assertThat(get("?conflict=nagorno-karabakh&state=on").body()).contains("one of active, over");
                assertThat(get("").statusCode()).isEqualTo(400);
                assertThat(at("/metrics").body())
                        .contains("tollwatch_alerts_told_total{event=\"firing\",live=\"false\",rule=\"heavy\","
                                + "tier=\"established\"} 1.0");
                whatIsStoppedIsTold(alerts, document);
            }
        }
    }

    private void whatIsStoppedIsTold(AlertService alerts, Document document) throws Exception {
        assertThat(at("/readyz").body()).isEqualTo("{\"status\":\"up\"}");
        alerts.close();
        HttpResponse<String> stopped = get("?conflict=nagorno-karabakh");
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.body()).contains("alerting stopped: the streams are not_running");
        HttpResponse<String> ready = at("/readyz");
        assertThat(ready.statusCode()).as("it still counts and answers").isEqualTo(200);
        assertThat(document.faults("/readyz", 200, ready.body())).isEmpty();
        assertThat(ready.body()).contains("\"alerts\":\"alerting stopped: the streams are not_running\"");
    }

    private JsonNode items(String query) throws Exception {
        return new ObjectMapper().readTree(get(query).body()).path("items");
    }

    private HttpResponse<String> get(String query) throws Exception {
        return at("/api/v1/alerts" + query);
    }

    private HttpResponse<String> at(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
