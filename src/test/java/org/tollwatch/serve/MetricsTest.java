package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a running service tells Prometheus, and how many series that is. */
@Timeout(300)
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void theTalliesTheSourcesAndTheWayOfTheReportsAreTold() throws Exception {
        try (Running running = new Running(directory)) {
            await().atMost(PATIENCE).until(running.server::isStreaming);
            running.publishSamples();
            String scope = "{conflict=\"nagorno-karabakh\",measure=\"KILLED\",party=\"artsakh\",status=\"ANY\","
                    + "window=\"episode\"} ";
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(samples(running))
                            .contains("tollwatch_tally_low" + scope + "200.0")
                            .contains("tollwatch_tally_best" + scope + "200.0")
                            .anyMatch(line -> line.startsWith("tollwatch_tally_from_timestamp_seconds" + scope))
                            .noneMatch(line -> line.startsWith("tollwatch_tally_high" + scope))
                            .anyMatch(line -> line.startsWith("tollwatch_source_last_published_timestamp_seconds"
                                    + "{language=\"en\",source=\"Sample Wire\"}"))
                            .contains("tollwatch_reports_total{decision=\"admitted\"} 13.0")
                            .contains("tollwatch_report_age_seconds_count 13")
                            .anyMatch(line -> line.matches("tollwatch_report_to_tally_seconds_count [1-9].*")));

            try (Server another = running.another()) {
                assertThat(another.url()).isNotEqualTo(running.server.url());
            }
            assertThat(samples(running))
                    .as("one server's gauges are not another's")
                    .anyMatch(l -> l.contains(scope));
        }
    }

    @Test
    void thereAreFewSeriesOfKafkaAndNoPathMakesOneOfItsOwn() throws Exception {
        try (Running running = new Running(directory)) {
            running.publishSamples();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(samples(running))
                            .anyMatch(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
                            .anyMatch(line -> line.startsWith("kafka_stream_task_restore_remaining_records_total{")));
            for (int i = 0; i < 20; i++) {
                assertThat(running.get("/nothing/" + i).statusCode()).isEqualTo(404);
                assertThat(running.get("/api/v1/reports/none-" + i).statusCode())
                        .isEqualTo(404);
            }
            List<String> samples = samples(running);
            assertThat(samples.stream()
                            .filter(line -> line.startsWith("tollwatch_http_requests_seconds_count"))
                            .filter(line -> line.contains("4xx"))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            "tollwatch_http_requests_seconds_count{route=\"none\",status=\"4xx\"} 20",
                            "tollwatch_http_requests_seconds_count{route=\"/api/v1/reports/{report}\",status=\"4xx\"} 20");
            assertThat(samples.stream().filter(line -> line.startsWith("kafka_")))
                    .hasSizeBetween(100, 300);
            assertThat(samples).anyMatch(line -> line.startsWith("disk_free_bytes"));
        }
    }

    private static List<String> samples(Running running) throws Exception {
        return running.get("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
