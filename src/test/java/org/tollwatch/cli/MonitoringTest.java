package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.cli.MonitoringFiles.Query;

/** The rules and dashboards against the real Prometheus and a service that runs as a user starts it. */
@Tag("monitoring")
@Timeout(400)
class MonitoringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RULES = """
            recent: 9999w
            receivers:
              - webhook: %s
            rules:
              heavy: {party: each, measure: KILLED, threshold: {at: 20}, origins: 1, rest: 9999w}
            """;

    private static final String FEEDS = """
            feeds:
              drop:
                folder: drop
                source: Desk
                format: reports
            """;

    @TempDir
    static Path directory;

    private static HttpServer receiver;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(RealPrometheus.TOOL)
                .as("Prometheus is not installed; on Debian: apt install prometheus")
                .isExecutable();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        String hook = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        Path alerts = Files.writeString(directory.resolve("alerts.yaml"), RULES.formatted(hook));
        Path feeds = Files.writeString(directory.resolve("feeds.yaml"), FEEDS);
        Files.createDirectory(directory.resolve("drop"));
        Path wrong = Files.writeString(directory.resolve("wrong.jsonl"), "not json\n");
        service = ServiceProcess.start(
                directory.resolve("data"),
                List.of("--alerts", alerts.toString(), "--feeds", feeds.toString()),
                List.of(
                        Path.of("src/main/resources/samples/karabakh-2020.jsonl"),
                        Path.of("src/main/resources/samples/karabakh-2023.jsonl"),
                        wrong));
        ServiceProcess.get(service.url() + "/api/v1/conflicts");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.metrics())
                        .contains(
                                "tollwatch_alerts_delivered_total{",
                                "kafka_stream_task_restore_remaining_records_total{"));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (receiver != null) {
            receiver.stop(0);
        }
    }

    @Test
    void promtoolFindsNothingWrongWithTheRulesAndTheirTestsPass() throws Exception {
        Path config = MonitoringFiles.DIRECTORY.resolve("prometheus.yml");
        for (RealPrometheus.Told told : List.of(
                RealPrometheus.tool("", "check", "rules", MonitoringFiles.RULES),
                RealPrometheus.tool("", "check", "config", config),
                RealPrometheus.tool("", "test", "rules", MonitoringFiles.RULE_TESTS))) {
            assertThat(told.status()).as(told.text()).isZero();
        }
    }

    @Test
    void promtoolFindsNothingWrongWithWhatIsScraped() throws Exception {
        assertThat(RealPrometheus.tool(service.metrics(), "check", "metrics"))
                .isEqualTo(new RealPrometheus.Told(0, ""));
    }

    /** Some come with the first report, alert, or look at the sources. */
    @Test
    void everyMetricThatARuleOrAPanelAsksForIsThere() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> there = scraped();
            for (List<Query> queries : List.of(
                    MonitoringFiles.recordings(),
                    MonitoringFiles.alerts(),
                    MonitoringFiles.panels(),
                    MonitoringFiles.variables())) {
                assertThat(queries).isNotEmpty();
                queries.forEach(query -> assertThat(there).as(query.where()).containsAll(query.names()));
            }
        });
    }

    /** The names of metrics that are told, and of what is recorded from them. */
    private static Set<String> scraped() throws Exception {
        Set<String> there = service.metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        MonitoringFiles.recordings().forEach(rule -> there.add(rule.where()));
        return there;
    }

    @Test
    void everyPanelHasAnAnswerFromAPrometheusThatScrapesIt() throws Exception {
        try (RealPrometheus prometheus = RealPrometheus.scraping(service.url(), directory)) {
            List<Query> open = new ArrayList<>(MonitoringFiles.panels());
            open.addAll(MonitoringFiles.variables());
            MonitoringFiles.recordings().forEach(rule -> open.add(new Query(rule.where(), rule.where())));
            await().atMost(PATIENCE).untilAsserted(() -> {
                ServiceProcess.get(service.url() + "/api/v1/conflicts");
                List<Query> answered = new ArrayList<>();
                for (Query query : open) {
                    JsonNode answer = prometheus.ask(filled(query.text()));
                    if (answer.path("status").asText().equals("success")
                            && (mayBeAbsent(query)
                                    || !answer.path("data").path("result").isEmpty())) {
                        answered.add(query);
                    }
                }
                open.removeAll(answered);
                assertThat(open)
                        .as("the last scrape said '" + prometheus.trouble() + "'")
                        .isEmpty();
            });
        }
    }

    /** In the samples nobody bounds a week. */
    private static boolean mayBeAbsent(Query query) {
        return query.names().equals(Set.of("tollwatch_tally_high"));
    }

    /** As Grafana fills it in when all is chosen. */
    private static String filled(String query) {
        return query.replace("=\"$conflict\"", "=\"nagorno-karabakh\"")
                .replaceAll("\"\\$(instance|conflict|measure|status)\"", "\".*\"")
                .replace("$__rate_interval", "1m");
    }
}
