package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.News;
import org.tollwatch.stream.NewsDesk;
import org.tollwatch.stream.Positions;

/** One who does not read is cut off, counted, and harms nobody else. */
class HubTest {

    private static final EventFilter EVERYTHING =
            new EventFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    @Test
    void aReaderThatFallsBehindIsCutOffAlone() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Hub hub = new Hub(
                new NewsDesk(Cluster.of("none:0", "http://none"), null, null, Conflicts.bundled(), null),
                Conflicts.bundled(),
                meters,
                NewsListener.NONE);
        Reader slow = new Reader(EVERYTHING, 3);
        Reader quick = new Reader(EVERYTHING, 3);
        hub.join(slow);
        hub.join(quick);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            hub.tell(item(i));
            quick.next(Duration.ZERO)
                    .ifPresent(event -> seen.add(event.item().after().text()));
        }
        assertThat(seen).hasSize(10).doesNotHaveDuplicates().first().isEqualTo("reports:1");
        assertThat(slow.isCut()).isTrue();
        assertThat(slow.next(Duration.ZERO)).isEmpty();
        assertThat(quick.isCut()).isFalse();
        hub.leave(slow);
        assertThat(hub.count()).isEqualTo(1);
        assertThat(meters.counter("tollwatch.stream.cut").count()).isEqualTo(1);
        hub.close();
        assertThat(quick.isCut()).isTrue();
    }

    @Test
    void positionsAreReadBackAndNothingElseIs() {
        Positions positions = new Positions(Map.of("reports", List.of(1L, 22L), "tallies", List.of(0L, 7L)));
        assertThat(positions.text()).isEqualTo("reports:1,22;tallies:0,7");
        assertThat(Positions.parse(positions.text())).hasValue(positions);
        for (String other : List.of("", "7", "reports", "reports:", "reports:x", "reports:-1", ":;:")) {
            assertThat(Positions.parse(other)).as(other).isEmpty();
        }
    }

    private static News.Item item(int i) {
        Positions after = new Positions(Map.of("reports", List.of(i + 1L)));
        return new News.Item(new News.Reported(Synthetic.report(i)), after, "reports", 0, i, Optional.empty());
    }
}
