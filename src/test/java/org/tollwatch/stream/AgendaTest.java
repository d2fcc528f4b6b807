package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> marks = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                    org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore("marks"),
                    Serdes.String(),
                    Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final List<String> worked = new ArrayList<>();
    private long now;
    private long nanos;

    AgendaTest() {
        marks.init(context.getStateStoreContext(), marks);
    }

    /** So many steps are left for a key, each of which takes a while. */
    private Agenda agenda(Map<String, Integer> steps, Duration step, List<String> stale) {
        Map<String, Integer> left = new TreeMap<>(steps);
        Agenda.Work work = (key, goOn) -> {
            do {
                worked.add(key);
                nanos += step.toNanos();
            } while (left.merge(key, -1, Integer::sum) > 0 && goOn.getAsBoolean());
            return left.get(key) == 0;
        };
        LongSupplier clock = () -> nanos;
        return new Agenda(context, marks, Duration.ofMillis(50), clock, () -> stale, work);
    }

    private boolean round(long millisLater) {
        now += millisLater;
        var punctuators = context.scheduledPunctuators();
        var last = punctuators.get(punctuators.size() - 1);
        if (last.cancelled()) {
            return false;
        }
        last.getPunctuator().punctuate(now);
        return true;
    }

    private boolean marked() {
        try (var all = marks.all()) {
            return all.hasNext();
        }
    }

    @Test
    void whatTakesLongIsDoneInRoundsAndDoesNotHoldUpTheOthers() {
        Agenda agenda = agenda(Map.of("long", 4, "short", 1, "other", 1), Duration.ofSeconds(1), List.of());
        List.of("long", "short", "other").forEach(agenda::mark);
        round(50);
        assertThat(worked).containsExactly("long");
        while (round(60_000)) {}
        assertThat(worked).containsExactly("long", "other", "short", "long", "long", "long");
        assertThat(marked()).isFalse();
    }

    @Test
    void shortWorkIsDoneInOneRound() {
        Agenda agenda = agenda(Map.of("a", 2, "b", 1), Duration.ofMillis(10), List.of());
        List.of("a", "b").forEach(agenda::mark);
        round(50);
        assertThat(worked).containsExactly("a", "a", "b");
        assertThat(round(50)).isFalse();
    }

    @Test
    void whatWasReckonedIsCommittedAtOnce() {
        Agenda agenda = agenda(Map.of("a", 1), Duration.ofMillis(10), List.of());
        agenda.mark("a");
        assertThat(context.committed()).isFalse();
        round(50);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void whileRecordsKeepComingWorkGetsAThirdOfTheTimeByTheClockOfTheContext() {
        Agenda agenda = agenda(Map.of("a", 1, "b", 1), Duration.ofMillis(300), List.of());
        agenda.mark("a");
        round(50);
        agenda.mark("b");
        round(50);
        assertThat(worked).containsExactly("a");
        round(50);
        assertThat(worked).as("nothing came since the last look").containsExactly("a", "b");
    }

    @Test
    void whatIsStaleIsAskedForInTheFirstRoundAndOnlyThen() {
        agenda(Map.of("old", 1), Duration.ofMillis(1), List.of("old"));
        assertThat(marked()).isFalse();
        round(50);
        assertThat(worked).containsExactly("old");
        assertThat(marked()).isFalse();
        assertThat(round(50)).isFalse();
    }
}
