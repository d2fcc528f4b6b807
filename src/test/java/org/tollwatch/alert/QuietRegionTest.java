package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Precision;

/** One report, and nothing after it: time goes on all the same, on a real broker. */
@Timeout(300)
class QuietRegionTest {

    private static final ZoneId YEREVAN = ZoneId.of("Asia/Yerevan");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void whatIsHeldIsEstablishedAndWhoIsSilentIsToldThoughNothingMoreIsPublished() throws Exception {
        try (FakeReceiver receiver = new FakeReceiver();
                Desktop desk = new Desktop(directory, rules(receiver))) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            // An hour less a quarter of a minute ago: what the rules wait for comes about while the test looks on.
            Instant published = now.minus(Duration.ofSeconds(3585));
            Instant today = published
                    .atZone(YEREVAN)
                    .toLocalDate()
                    .atStartOfDay(YEREVAN)
                    .toInstant();
            desk.publish(report(
                            "only",
                            killed("c", "artsakh", 2, 70)
                                    .setPeriod(new CoveredPeriod(
                                            today.minus(Duration.ofDays(1)), today, Precision.DAY, false))
                                    .build())
                    .setPublishedAt(published)
                    .build());
            await().atMost(PATIENCE).until(() -> receiver.events().contains("firing artsakh"));
            assertThat(receiver.taken().get(0).json().path("tier").asText()).isEqualTo("possible");
            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 5);
            assertThat(receiver.taken().stream().map(QuietRegionTest::told))
                    .containsExactlyInAnyOrder(
                            "firing heavy possible",
                            "resolution heavy possible",
                            "firing heavy established",
                            "firing quiet-wire established",
                            "firing quiet-side established");
            assertThat(receiver.taken())
                    .filteredOn(p -> told(p).startsWith("firing") && !told(p).endsWith("possible"))
                    .allSatisfy(p -> assertThat(
                                    Instant.parse(p.json().path("startsAt").asText()))
                            .isEqualTo(published.plus(Duration.ofHours(1))));
        }
    }

    private static String told(FakeReceiver.Posted posted) {
        return posted.json().path("event").asText() + " "
                + posted.json().path("rule").asText() + " "
                + posted.json().path("tier").asText();
    }

    private Path rules(FakeReceiver receiver) throws Exception {
        return Files.writeString(
                directory.resolve("rules.yaml"), """
                late: 0s
                receivers:
                  - {webhook: "%s"}
                rules:
                  heavy: {party: artsakh, measure: KILLED, rest: 9d, threshold: {at: 50}, origins: 1, held: 1h}
                  quiet-side: {party: artsakh, silence: {of: party, after: 1h}}
                  quiet-wire: {silence: {of: source, after: 1h, sources: [wire]}}
                """.formatted(receiver.url()), StandardCharsets.UTF_8);
    }
}
