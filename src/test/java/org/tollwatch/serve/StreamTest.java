package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.serve.Listener.Sent;

/** The stream on a real broker, and what is answered when the service cannot. */
@Timeout(300)
class StreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void whoWasAwayIsToldWhatHappenedMeanwhileByAnyInstance() throws Exception {
        try (Running running = new Running(directory)) {
            running.publish(Synthetic.reports(0, 3));
            Document document = Document.of(running.get("/api/v1/openapi.json").body());
            String stream = running.server.url() + "/api/v1/stream";
            await().atMost(PATIENCE).until(() -> isThere(running));
            Listener fickle = Listener.to(stream);
            try (Listener steady = Listener.to(stream);
                    Listener choosy = Listener.to(
                            stream + "?conflict=nagorno-karabakh&party=artsakh&measure=killed&window=day")) {
                running.publish(Synthetic.reports(3, 30));
                await().atMost(PATIENCE).until(() -> reports(steady) == 30 && reports(fickle) == 30);
                fickle.close();
                String last = fickle.lastId();
                running.publish(Synthetic.reports(33, 60));
                await().atMost(PATIENCE).until(() -> reports(steady) == 90);
                try (Server another = running.another()) {
                    await().atMost(PATIENCE).until(() -> isThere(running));
                    Listener back = Listener.to(another.url() + "/api/v1/stream", "Last-Event-ID", last);
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(all(fickle, back)).isEqualTo(all(steady, steady)));
                    running.publish(Synthetic.reports(93, 6));
                    await().atMost(PATIENCE)
                            .untilAsserted(() ->
                                    assertThat(reports(fickle) + reports(back)).isEqualTo(96));
                    back.close();
                }
                assertThat(steady.events()).extracting(Sent::name).containsOnly("tally", "report");
                for (Sent event : steady.events()) {
                    String schema = event.name().equals("tally") ? "Tally" : "ReportHeader";
                    assertThat(document.faults(schema, event.data())).isEmpty();
                }
                for (Sent event : choosy.events()) {
                    if (event.name().equals("tally")) {
                        var tally = new JsonMapper().readTree(event.data());
                        assertThat(tally.path("party").asText()).isEqualTo("artsakh");
                        assertThat(tally.at("/window/kind").asText()).isEqualTo("day");
                    }
                }
                await().atMost(PATIENCE).until(() -> reports(choosy) == 27);
            }
        }
    }

    @Test
    void aReportThatIsPublishedAgainIsToldOnce() throws Exception {
        try (Running running = new Running(directory)) {
            running.publish(Synthetic.reports(0, 1));
            await().atMost(PATIENCE).until(() -> isThere(running));
            try (Listener listener = Listener.to(running.server.url() + "/api/v1/stream")) {
                running.publish(Synthetic.reports(1, 5));
                running.publish(Synthetic.reports(1, 5));
                running.publish(Synthetic.reports(6, 40));
                await().atMost(PATIENCE).until(() -> reports(listener) >= 45);
                assertThat(listener.events().stream()
                                .filter(event -> event.name().equals("report"))
                                .map(Sent::data))
                        .hasSize(45)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whoComesFromElsewhereIsToldToBeginAnew() throws Exception {
        try (Running running = new Running(directory)) {
            running.service.awaitQuiet(progress -> {});
            await().atMost(PATIENCE).until(() -> isThere(running));
            for (String id : List.of("17", "reports:5;tallies:9", "reports:999,999,999,999;tallies:0,0,0,0")) {
                try (Listener lost = Listener.to(running.server.url() + "/api/v1/stream", "Last-Event-ID", id)) {
                    assertThat(lost.events()).extracting(Sent::name).containsExactly("reset");
                    assertThat(lost.lastId()).startsWith("reports:0,0,0,0;tallies:0");
                }
            }
        }
    }

    @Test
    void aServiceThatCannotAnswerSaysSoAndWhenToAskAgain() throws Exception {
        try (Running running = new Running(directory)) {
            running.service.awaitQuiet(progress -> {});
            running.service.close();
            for (String path : List.of(
                    "/tallies?conflict=nagorno-karabakh",
                    "/series?conflict=nagorno-karabakh&measure=killed",
                    "/claims?conflict=nagorno-karabakh",
                    "/incidents?conflict=nagorno-karabakh",
                    "/reports",
                    "/reports/any",
                    "/coverage")) {
                HttpResponse<String> answer = running.get("/api/v1" + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            }
            assertThat(running.get("/readyz").statusCode()).isEqualTo(503);
        }
    }

    /** Whether the stream has found its topics. */
    private static boolean isThere(Running running) throws Exception {
        return running.server.isStreaming();
    }

    private static long reports(Listener listener) {
        return listener.events().stream()
                .filter(event -> event.name().equals("report"))
                .count();
    }

    private static Set<String> all(Listener first, Listener then) {
        return java.util.stream.Stream.concat(first.events().stream(), then.events().stream())
                .map(Sent::data)
                .collect(Collectors.toSet());
    }
}
