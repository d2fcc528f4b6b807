package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/** What is told of a service that starts, runs, and cannot count any more. */
@Timeout(300)
class HealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void whatStartsIsAliveAndNotReadyAndSaysWhy() {
        try (LocalCluster cluster = LocalCluster.start(directory);
                TallyService service = TallyService.start(
                        Settings.of(cluster.at(), directory.resolve("state")),
                        Conflicts.bundled(),
                        Policy.standard(),
                        new SimpleMeterRegistry())) {
            assertThat(service.notReady())
                    .hasValue("the streams are rebalancing: the state is being restored or moved");
            assertThat(service.stopped()).isEmpty();
            await().atMost(PATIENCE).until(() -> service.notReady().isEmpty());
            assertThat(service.stopped()).isEmpty();
        }
    }

    @Test
    void whatIsStoppedIsNeitherAliveNorReady() throws Exception {
        try (Running running = new Running(directory)) {
            running.service.awaitQuiet(progress -> {});
            assertThat(running.get("/livez").statusCode()).isEqualTo(200);
            running.service.close();
            for (String path : List.of("/livez", "/readyz")) {
                HttpResponse<String> answer = running.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).contains("\"reason\":\"counting stopped: the streams are not_running\"");
            }
        }
    }

    /** The producer waits for a topic that somebody deleted. */
    @Test
    @Tag("slow")
    void whatCannotCountAnyMoreIsNeitherAliveNorReadyAndSaysWhy() throws Exception {
        try (Running running = new Running(directory)) {
            running.service.awaitQuiet(progress -> {});
            assertThat(running.get("/livez").body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(running.get("/readyz").body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(running.get("/metrics").body()).contains("tollwatch_ready 1.0", "tollwatch_counting 1.0");

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", running.cluster.bootstrapServers()))) {
                admin.deleteTopics(List.of("tollwatch-claims-repartition"))
                        .all()
                        .get();
            }
            running.publisher.publish(Synthetic.report(1), "test", new byte[0]);
            running.publisher.flush();
            await().atMost(PATIENCE).until(() -> running.get("/livez").statusCode() == 503);
            for (String path : List.of("/livez", "/readyz")) {
                HttpResponse<String> answer = running.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).contains("\"status\":\"down\"", "\"reason\":\"counting stopped: ");
            }
            assertThat(running.get("/metrics").body()).contains("tollwatch_ready 0.0", "tollwatch_counting 0.0");
        }
    }
}
