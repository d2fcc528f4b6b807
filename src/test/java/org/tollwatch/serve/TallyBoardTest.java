package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.News;
import org.tollwatch.stream.SourceCoverage;

/** Which tallies are shown as gauges, and which sources. */
class TallyBoardTest {

    private static final Instant DAY_0 = Instant.parse("2020-10-01T00:00:00Z");

    private final TallyBoard board = new TallyBoard();

    @Test
    void theNewestWindowOfEachKindIsShownWhateverOrderItComesIn() {
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.DAY, 2, 20)));
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.DAY, 1, 10)));
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.EPISODE, 0, 30)));
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.MONTH, 0, 40)));
        board.heard(new News.Changed(tally("artsakh", "shushi", WindowKind.DAY, 3, 50)));
        assertThat(lows()).containsExactly(30L, 20L);
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.DAY, 2, 21)));
        assertThat(lows()).containsExactly(30L, 21L);
        assertThat(board.takeUnread()).isEmpty();
    }

    @Test
    void whenTheNewestIsGoneTheOneBeforeIsReadFromTheStores() {
        Tally gone = tally("artsakh", "", WindowKind.DAY, 2, 20);
        board.heard(new News.Changed(gone));
        board.heard(new News.Gone(gone.scope(), new Window(WindowKind.DAY, days(7, 8))));
        assertThat(lows()).as("another window than the one shown").containsExactly(20L);
        board.heard(new News.Gone(gone.scope(), gone.window()));
        assertThat(lows()).isEmpty();
        assertThat(board.takeUnread()).hasValue("nagorno-karabakh");
        assertThat(board.takeUnread()).isEmpty();
        board.stored(List.of(tally("artsakh", "", WindowKind.DAY, 1, 10), tally("artsakh", "", WindowKind.DAY, 0, 5)));
        assertThat(lows()).containsExactly(10L);
    }

    @Test
    void whatTheNewsSaidIsNewerThanWhatIsReadFromTheStores() {
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.DAY, 1, 11)));
        board.stored(List.of(tally("artsakh", "", WindowKind.DAY, 1, 10)));
        assertThat(lows()).containsExactly(11L);
    }

    @Test
    void thereAreAtMostSoManyTheWholeBeforeItsPartsAndTheRestIsCounted() {
        IntStream.range(0, 10)
                .mapToObj(i -> tally("party-" + i, "", WindowKind.DAY, i, i))
                .forEach(tally -> board.heard(new News.Changed(tally)));
        board.heard(new News.Changed(tally(Scope.ALL, "", WindowKind.DAY, 0, 99)));
        TallyGauges gauges = new TallyGauges(board, 3);
        assertThat(values(gauges.collect(), "tollwatch_tally_low")).containsExactlyInAnyOrder(99.0, 9.0, 8.0);
        assertThat(values(gauges.collect(), "tollwatch_tallies_left_out")).containsExactly(8.0);
    }

    @Test
    void aHighThatNothingBoundsIsNoNumber() {
        board.heard(new News.Changed(tally("artsakh", "", WindowKind.DAY, 1, 11)));
        board.heard(new News.Changed(tally("armenia", "", WindowKind.DAY, 1, 12, 13)));
        var all = new TallyGauges(board, TallyGauges.MOST).collect();
        assertThat(values(all, "tollwatch_tally_low")).containsExactlyInAnyOrder(11.0, 12.0);
        assertThat(values(all, "tollwatch_tally_high")).containsExactly(13.0);
        assertThat(values(all, "tollwatch_tally_from_timestamp_seconds"))
                .containsOnly((double) day(1).getEpochSecond());
    }

    @Test
    void sourcesBeyondTheLimitAreShownTogetherAsTheNewestOfThem() {
        SourceGauges gauges = new SourceGauges(2);
        gauges.set(List.of(source("a", 5, 1), source("b", 9, 2), source("c", 3, 7), source("d", 2, 4)));
        assertThat(values(gauges.collect(), "tollwatch_source_last_published_timestamp_seconds"))
                .containsExactlyInAnyOrder(seconds(1), seconds(2), seconds(7));
        assertThat(values(gauges.collect(), "tollwatch_sources_left_out")).containsExactly(2.0);
        gauges.set(List.of(source("a", 5, 1)));
        assertThat(values(gauges.collect(), "tollwatch_source_last_published_timestamp_seconds"))
                .containsExactly(seconds(1));
        assertThat(values(gauges.collect(), "tollwatch_sources_left_out")).containsExactly(0.0);
    }

    private List<Long> lows() {
        return board.rows().stream().map(TallyBoard.Row::low).toList();
    }

    private static List<Double> values(Iterable<MetricSnapshot> all, String name) {
        for (MetricSnapshot each : all) {
            if (each.getMetadata().getName().equals(name)) {
                return ((GaugeSnapshot) each)
                        .getDataPoints().stream()
                                .map(GaugeSnapshot.GaugeDataPointSnapshot::getValue)
                                .toList();
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static SourceCoverage source(String name, long reports, int lastDay) {
        return new SourceCoverage(name, "en", reports, reports, DAY_0, day(lastDay));
    }

    private static double seconds(int day) {
        return day(day).getEpochSecond();
    }

    private static Instant day(int day) {
        return DAY_0.plusSeconds(86_400L * day);
    }

    private static Period days(int from, int to) {
        return new Period(day(from), day(to));
    }

    private static Tally tally(String party, String place, WindowKind kind, int day, long low) {
        return tally(party, place, kind, day, low, Count.OPEN);
    }

    private static Tally tally(String party, String place, WindowKind kind, int day, long low, long high) {
        return new Tally(
                new Scope("nagorno-karabakh", party, Measure.KILLED, "", Status.ANY, place),
                new Window(kind, days(day, day + 1)),
                low,
                low,
                high,
                Grade.REPORTED,
                1,
                List.of(),
                List.of(),
                List.of(),
                "default",
                DAY_0);
    }
}
