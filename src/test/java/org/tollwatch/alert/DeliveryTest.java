package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.stream.Reports;

/** From a report to a receiver, on a real broker. */
@Timeout(300)
class DeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULES = """
            recent: 9999w
            receivers:
              - {webhook: "URL", secret: {env: HOOK_SECRET}}
            rules:
              heavy:
                severity: critical
                party: each
                measure: KILLED
                threshold: {at: AT}
                origins: 1
                rest: 90d
            """;

    @TempDir
    Path directory;

    @Test
    void whatFiresIsToldAndCorrectedOnceWhenItsClaimIsTakenBack() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                Desktop desk = new Desktop(directory, rules(receiver, 50))) {
            desk.publish(0, killed("c1", "artsakh", 2, 54));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
            FakeReceiver.Posted first = receiver.taken().get(0);
            JsonNode fired = first.json();
            assertThat(fired.path("event").asText()).isEqualTo("firing");
            assertThat(fired.path("title").asText())
                    .isEqualTo("established: Artsakh, killed, day 2020-10-02: 54: reaches 50");
            assertThat(fired.path("figures").path("low").asLong()).isEqualTo(54);
            assertThat(fired.path("quotes").get(0).path("words").asText()).isEqualTo("54 were killed");
            assertThat(fired.path("quotes").get(0).path("url").asText()).isEqualTo("https://wire.example/c1");
            assertThat(fired.path("explanation").asText())
                    .isEqualTo("http://desk.example/api/v1/explain?conflict=nagorno-karabakh&party=artsakh"
                            + "&measure=KILLED&status=ANY&window=2020-10-02");
            assertThat(first.signature())
                    .contains("sha256="
                            + Webhook.signature(Desktop.SECRET.getBytes(StandardCharsets.UTF_8), first.body()));

            desk.publish(3, killed("taken-back", "artsakh", 2, 0).setRetracts("c1"));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 3);
            JsonNode corrected = receiver.taken().get(1).json();
            assertThat(receiver.events()).containsExactly("firing artsakh", "correction artsakh", "resolution artsakh");
            assertThat(corrected.path("id")).isEqualTo(fired.path("id"));
            assertThat(corrected.path("before").path("best").asLong()).isEqualTo(54);
            assertThat(corrected.has("figures")).isFalse();

            desk.publish(4, killed("c2", "armenia", 2, 60));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 4);
            assertThat(receiver.events()).last().isEqualTo("firing armenia");
            assertThat(desk.alerts().alerts(Reports.CONFLICT))
                    .extracting(AlertStatus::active)
                    .containsExactly(true, false);
        }
    }

    @Test
    void aFigureThatIsRevisedDownIsCorrectedOnceWithBeforeAndAfter() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                Desktop desk = new Desktop(directory, rules(receiver, 50))) {
            desk.publish(0, killed("c1", "artsakh", 2, 80));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
            desk.publish(3, killed("c2", "artsakh", 2, 54));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
            JsonNode corrected = receiver.taken().get(1).json();
            assertThat(receiver.events()).containsExactly("firing artsakh", "correction artsakh");
            assertThat(corrected.path("id"))
                    .isEqualTo(receiver.taken().get(0).json().path("id"));
            assertThat(corrected.path("before").path("best").asLong()).isEqualTo(80);
            assertThat(corrected.path("figures").path("best").asLong()).isEqualTo(54);
            assertThat(corrected.path("quotes").get(0).path("words").asText()).isEqualTo("54 were killed");

            desk.publish(4, killed("c3", "artsakh", 2, 54));
            desk.publish(5, killed("c4", "armenia", 2, 60));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 3);
            assertThat(receiver.events()).last().isEqualTo("firing armenia");
        }
    }

    @Test
    void anOutageLosesNothingAndKeepsTheOrder() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                Desktop desk = new Desktop(directory, rules(receiver, 50))) {
            receiver.answers(503, 500, 0, 429);
            desk.publish(0, killed("c1", "artsakh", 2, 54));
            desk.publish(1, killed("c2", "armenia", 2, 61));
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
            assertThat(receiver.failed()).hasSize(4);
            assertThat(receiver.failed())
                    .extracting(FakeReceiver.Posted::key)
                    .containsOnly(receiver.taken().get(0).key());
            assertThat(receiver.taken()).extracting(FakeReceiver.Posted::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasToldIsNotToldAgainAfterAStartAndWhatWaitedIs() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver()) {
            Path rules = rules(receiver, 50);
            try (Desktop desk = new Desktop(directory, rules)) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
                for (int i = 0; i < 200; i++) {
                    receiver.answers(503);
                }
                desk.publish(1, killed("c2", "armenia", 2, 61));
                await().atMost(PATIENCE).until(() -> !receiver.failed().isEmpty());
            }
            receiver.recovers();
            try (Desktop desk = new Desktop(directory, rules)) {
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
                desk.publish(2, killed("c3", "azerbaijan", 2, 70));
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 3);
                assertThat(receiver.events()).containsExactly("firing artsakh", "firing armenia", "firing azerbaijan");
            }
        }
    }

    @Test
    void rulesAreReadAgainWhenTheFileChangesAndStayWhenItIsBroken() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver()) {
            Path rules = rules(receiver, 60);
            try (Desktop desk = new Desktop(directory, rules)) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                Files.writeString(rules, "rules: {heavy: {}}", StandardCharsets.UTF_8);
                desk.publish(1, killed("c2", "armenia", 2, 61));
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
                rules(receiver, 50);
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
                assertThat(receiver.events()).containsExactly("firing armenia", "firing artsakh");
            }
        }
    }

    @Test
    void receiversAreReadAgainWhenTheFileChangesAndStayWhenASecretIsMissing() throws Exception {
        try (FakeReceiver first = new FakeReceiver();
                FakeReceiver second = new FakeReceiver()) {
            Path rules = rules(first, 50);
            try (Desktop desk = new Desktop(directory, rules)) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                await().atMost(PATIENCE).until(() -> first.taken().size() == 1);
                String text = Files.readString(rules, StandardCharsets.UTF_8);
                String two = text.replace(
                        "receivers:\n", "receivers:\n  - {webhook: \"" + second.url() + "\", secret: {env: UNSET}}\n");
                Files.writeString(rules, two, StandardCharsets.UTF_8);
                desk.publish(1, killed("c2", "armenia", 2, 61));
                await().atMost(PATIENCE).until(() -> first.taken().size() == 2);
                assertThat(second.taken()).isEmpty();

                Files.writeString(rules, two.replace("UNSET", "HOOK_SECRET"), StandardCharsets.UTF_8);
                await().atMost(PATIENCE).until(() -> second.taken().size() == 2);
                rules(second, 50);
                desk.publish(2, killed("c3", "azerbaijan", 2, 70));
                await().atMost(PATIENCE).until(() -> second.taken().size() == 3);
                assertThat(second.events())
                        .as("a new receiver is given what is recent")
                        .containsExactly("firing artsakh", "firing armenia", "firing azerbaijan");
                assertThat(first.events()).startsWith("firing artsakh", "firing armenia");
            }
        }
    }

    @Test
    void whatIsFoundInOldReportsIsKeptAndSentToNobody() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver()) {
            Path rules = Files.writeString(
                    rules(receiver, 50),
                    RULES.replace("9999w", "48h").replace("URL", receiver.url()).replace("AT", "50"),
                    StandardCharsets.UTF_8);
            try (Desktop desk = new Desktop(directory, rules)) {
                desk.publish(0, killed("c1", "artsakh", 2, 54));
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> desk.alerts().alerts(Reports.CONFLICT).size() == 1);
                assertThat(desk.alerts().alerts(Reports.CONFLICT).get(0).last().live())
                        .isFalse();
                assertThat(desk.alerts().firing()).isEmpty();
                assertThat(receiver.taken()).isEmpty();
            }
        }
    }

    private Path rules(FakeReceiver receiver, int at) throws Exception {
        return Files.writeString(
                directory.resolve("rules.yaml"),
                RULES.replace("URL", receiver.url()).replace("AT", Integer.toString(at)),
                StandardCharsets.UTF_8);
    }
}
