package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a report through the real Alertmanager to whom it tells. */
@Tag("alertmanager")
@Timeout(300)
class AlertmanagerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @BeforeAll
    static void isInstalled() {
        assumeThat(RealAlertmanager.PROGRAM)
                .as("Alertmanager is not installed; on Debian: apt install prometheus-alertmanager")
                .isExecutable();
    }

    @Test
    void whatFiresIsCorrectedAndEndsReachesTheSameReceiver() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                RealAlertmanager alertmanager = new RealAlertmanager(directory, receiver.url())) {
            alertmanager.start();
            try (Desktop desk = new Desktop(directory, rules(alertmanager))) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                await().atMost(PATIENCE).until(() -> notices(receiver).contains("firing artsakh established"));
                JsonNode alert = alertmanager.alerts().get(0);
                assertThat(alert.path("labels").toString())
                        .isEqualTo("{\"alertname\":\"heavy\",\"conflict\":\"nagorno-karabakh\",\"kind\":\"threshold\","
                                + "\"measure\":\"KILLED\",\"party\":\"artsakh\",\"severity\":\"critical\","
                                + "\"tier\":\"established\",\"window\":\"day 2020-10-02\"}");
                assertThat(alert.path("annotations").path("claims").asText())
                        .isEqualTo("\"54 were killed\" (the ministry, wire, https://wire.example/c1)");
                assertThat(alert.path("generatorURL").asText()).startsWith("http://desk.example/api/v1/explain?");

                desk.publish(3, killed("taken-back", "artsakh", 2, 0).setRetracts("c1"));
                await().atMost(PATIENCE).until(() -> notices(receiver).contains("resolved artsakh established"));
                await().atMost(PATIENCE)
                        .until(() -> notices(receiver).contains("firing artsakh established correction"));
                assertThat(notices(receiver).stream().filter(n -> n.endsWith("correction")))
                        .hasSize(1);
                assertThat(receiver.taken().stream().flatMap(p -> p.json().findValuesAsText("before").stream()))
                        .contains("54");
            }
        }
    }

    @Test
    void aFigureThatIsRevisedDownReachesTheSameReceiverAsACorrectionWithBeforeAndAfter() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                RealAlertmanager alertmanager = new RealAlertmanager(directory, receiver.url())) {
            alertmanager.start();
            try (Desktop desk = new Desktop(directory, rules(alertmanager))) {
                desk.publish(0, killed("c1", "artsakh", 2, 80));
                await().atMost(PATIENCE).until(() -> notices(receiver).contains("firing artsakh established"));
                desk.publish(3, killed("c2", "artsakh", 2, 54));
                await().atMost(PATIENCE)
                        .until(() -> notices(receiver).contains("firing artsakh established correction"));
                JsonNode correction = alertmanager.alerts().stream()
                        .filter(alert -> alert.path("labels").has("correction"))
                        .findFirst()
                        .orElseThrow();
                assertThat(correction.path("annotations").path("before").asText())
                        .isEqualTo("80");
                assertThat(correction.path("annotations").path("figure").asText())
                        .isEqualTo("54");
                assertThat(notices(receiver)).doesNotContain("resolved artsakh established");
                assertThat(notices(receiver).stream().filter(n -> n.endsWith("correction")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void whatFiresWhileItIsAwayIsToldWhenItIsBackAndWhatIsActiveStaysSo() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                RealAlertmanager alertmanager = new RealAlertmanager(directory, receiver.url())) {
            alertmanager.start();
            try (Desktop desk = new Desktop(directory, rules(alertmanager))) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                await().atMost(PATIENCE).until(() -> notices(receiver).contains("firing artsakh established"));
                String first = ends(alertmanager);
                await().atMost(PATIENCE).until(() -> ends(alertmanager).compareTo(first) > 0);
                alertmanager.stop();
                desk.publish(1, killed("c2", "armenia", 2, 61));
                await().atMost(PATIENCE)
                        .until(() -> desk.alerts().alerts("nagorno-karabakh").size() == 2);
                assertThat(notices(receiver)).doesNotContain("firing armenia established");
                alertmanager.start();
                await().atMost(PATIENCE).until(() -> notices(receiver).contains("firing armenia established"));
                await().atMost(PATIENCE).until(() -> alertmanager.alerts().size() == 2);
            }
        }
    }

    private static String ends(RealAlertmanager alertmanager) throws Exception {
        return alertmanager.alerts().get(0).path("endsAt").asText();
    }

    /** What the receiver was told, each as STATUS party tier [correction]. */
    private static List<String> notices(FakeReceiver receiver) {
        List<String> notices = new ArrayList<>();
        receiver.taken()
                .forEach(posted -> posted.json().path("alerts").forEach(alert -> {
                    JsonNode labels = alert.path("labels");
                    notices.add(alert.path("status").asText() + " "
                            + labels.path("party").asText() + " "
                            + labels.path("tier").asText() + (labels.has("correction") ? " correction" : ""));
                }));
        return notices;
    }

    private Path rules(RealAlertmanager alertmanager) throws Exception {
        return Files.writeString(
                directory.resolve("rules.yaml"), """
                recent: 9999w
                receivers:
                  - alertmanager: %s
                rules:
                  heavy:
                    severity: critical
                    party: each
                    measure: KILLED
                    threshold: {at: 50}
                    tiers: established
                    origins: 1
                    rest: 90d
                """.formatted(alertmanager.url()), StandardCharsets.UTF_8);
    }
}
