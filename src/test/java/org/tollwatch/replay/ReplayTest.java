package org.tollwatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.ledger.Policy;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/** The same reports give the same tallies, byte for byte. */
@Timeout(300)
class ReplayTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1, 4, 2", "4, 1, 1"})
    void aReplayEqualsLiveWhateverTheSpeedThePartitionsAndTheInstances(int before, int after, int instances)
            throws Exception {
        try (Past past = new Past(directory, before)) {
            past.happen();
            Map<String, String> live = past.tallies(Topics.TALLIES);
            assertThat(live).hasSizeGreaterThan(50);
            Settings other = past.settings.withPartitions(after);
            for (Speed speed : new Speed[] {Speed.MAX, Speed.parse("100000000x")}) {
                ReplayRequest request = Past.request("as-" + speed, speed);
                Settings second = Replay.settings(
                        Settings.of(past.cluster.at(), directory.resolve("second-" + speed))
                                .withThreads(1),
                        request.name(),
                        after);
                try (Replay replay = Replay.start(
                                other,
                                request,
                                Past.CONFLICTS,
                                new SimpleMeterRegistry(),
                                java.time.Clock.systemUTC());
                        AutoCloseable more = instances == 1
                                ? () -> {}
                                : TallyService.start(
                                        second, Past.CONFLICTS, Policy.standard(), new SimpleMeterRegistry())) {
                    replay.await(state -> {});
                    assertThat(replay.state().done()).isTrue();
                    assertThat(replay.state().left()).as(speed.toString()).isEqualTo(new ReplayState.Left(0, 1, 1));
                    assertThat(past.tallies(request.name().topics().tallies())).isEqualTo(live);
                    assertThat(more).isNotNull();
                }
            }
            assertThat(past.tallies(Topics.TALLIES)).isEqualTo(live);
        }
    }
}
