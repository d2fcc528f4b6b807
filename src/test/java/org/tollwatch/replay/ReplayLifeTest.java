package org.tollwatch.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.ledger.Policy;
import org.tollwatch.policy.Policies;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Reports;
import org.tollwatch.stream.Topics;

/** Replays that are stopped and go on, differ, read texts again, and are removed. */
@Timeout(300)
class ReplayLifeTest {

    @TempDir
    Path directory;

    @Test
    void stoppedItGoesOnWhereItWasAndIsRefusedWhenItIsAskedForSomethingElse() throws Exception {
        try (Past past = new Past(directory, 2)) {
            past.publish(Reports.many(0, 60)); // a second apart
            past.live().awaitQuiet(progress -> {});
            ReplayRequest slow = Past.request("slow", Speed.parse("10x"));
            long taken;
            try (Replay replay = past.replay(slow)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> replay.state().taken() >= 5);
                assertThat(replay.state().fed()).isFalse();
                assertThat(replay.now()).isAfterOrEqualTo(replay.state().at());
            }
            try (Replays replays = new Replays(past.cluster.at())) {
                taken = replays.state("slow").orElseThrow().taken();
                assertThat(taken).isBetween(5L, 59L);
                assertThatThrownBy(() -> past.replayed(new ReplayRequest(
                                slow.name(),
                                new Stretch(Reports.OCTOBER_5, java.time.Instant.MAX),
                                slow.speed(),
                                slow.policy(),
                                slow.reading(),
                                slow.changed())))
                        .isInstanceOf(ReplayException.class)
                        .hasMessageContaining("was begun with time: the beginning to the end");
                past.replayed(Past.request("slow", Speed.MAX));
                assertThat(replays.state("slow").orElseThrow().done()).isTrue();
                String topic = slow.name().topics().reports();
                assertThat(TopicOf.records(past.cluster.at(), topic))
                        .extracting(record -> new String(record.key(), java.nio.charset.StandardCharsets.UTF_8))
                        .hasSize(60)
                        .doesNotHaveDuplicates();
                assertThat(past.tallies(slow.name().topics().tallies())).isEqualTo(past.tallies(Topics.TALLIES));
                assertThat(replays.difference("live", "slow").different()).isEmpty();
                remove(past, replays);
            }
        }
    }

    private void remove(Past past, Replays replays) {
        past.replayed(Past.request("slow-2", Speed.MAX));
        try (Replay running = past.replay(Past.request("slow", Speed.MAX))) {
            assertThatThrownBy(() -> replays.remove(new ReplayName("slow"), past.settings.stateDirectory()))
                    .hasMessageContaining("is running");
            assertThat(running.state().done()).isTrue();
        }
        replays.remove(new ReplayName("slow"), past.settings.stateDirectory());
        assertThat(past.settings.stateDirectory().resolve("replay.slow.tollwatch"))
                .doesNotExist();
        assertThat(replays.all())
                .extracting(each -> each.state().plan().name().text())
                .containsExactly("slow-2");
        assertThat(replays.difference("live", "slow-2").different()).isEmpty();
        assertThatThrownBy(() -> replays.remove(new ReplayName("slow"), past.settings.stateDirectory()))
                .hasMessageContaining("There are: slow-2");
        assertThatThrownBy(() -> new ReplayName("live")).hasMessageContaining("the counting itself");
        assertThat(past.tallies(Topics.TALLIES)).isNotEmpty();
    }

    @Test
    void textsAreReadAgainAndWhatThatChangesIsTold() throws Exception {
        try (Past past = new Past(directory, 1)) {
            List<IncidentReport> samples = Past.samples();
            IncidentReport good = samples.stream()
                    .filter(report -> report.getClaims().size() > 2)
                    .findFirst()
                    .orElseThrow();
            int claims = good.getClaims().size();
            IncidentReport poor = IncidentReport.newBuilder(good)
                    .setClaims(good.getClaims().subList(1, claims))
                    .build();
            past.publish(List.of(poor, Reports.many(0, 1).get(0)));
            past.live().awaitQuiet(progress -> {});
            List<ReportChange> told = new ArrayList<>();
            Extractor extractor = new Extractor(Languages.bundled(), Past.CONFLICTS);
            ReplayRequest request = new ReplayRequest(
                    new ReplayName("reread"),
                    Stretch.ALL,
                    Speed.MAX,
                    Policy.standard(),
                    Optional.of(new ReReading(extractor::extract)),
                    told::add);
            Changes changes = past.replayed(request).changes();
            assertThat(changes.read()).isEqualTo(1);
            assertThat(changes.kept()).isEqualTo(1);
            assertThat(changes.changed()).isEqualTo(1);
            assertThat(told).singleElement().satisfies(change -> {
                assertThat(change.gone()).isEmpty();
                assertThat(change.added()).containsExactly(good.getClaims().get(0));
            });
            Changes.Kind kind = new Changes.Kind(
                    good.getLanguage(), good.getClaims().get(0).getMeasure().name());
            assertThat(changes.sums().get(kind).added()).isEqualTo(1);
            try (Replays replays = new Replays(past.cluster.at())) {
                assertThat(replays.difference("live", "reread").different())
                        .isNotEmpty()
                        .anySatisfy(each -> assertThat(each.onlyB())
                                .contains(good.getClaims().get(0).getId()));
            }
        }
    }

    @Test
    void underAnotherPolicyOrInAStretchOfTimeTheLiveTalliesStayAsTheyAre() throws Exception {
        try (Past past = new Past(directory, 1)) {
            past.happen();
            Map<String, String> live = past.tallies(Topics.TALLIES);
            Policy acled = Policies.bundled().byName("acled").orElseThrow();
            Stretch stretch = new Stretch(Reports.OCTOBER_5, Reports.OCTOBER_5.plusSeconds(30));
            ReplayState state = past.replayed(new ReplayRequest(
                    new ReplayName("half"), stretch, Speed.MAX, acled, Optional.empty(), change -> {}));
            assertThat(state.left().outside()).isPositive();
            assertThat(state.taken()).isBetween(30L, 45L);
            assertThat(past.tallies("replay.half.tallies")).isNotEmpty().isNotEqualTo(live);
            assertThat(past.tallies(Topics.TALLIES)).isEqualTo(live);
        }
    }
}
