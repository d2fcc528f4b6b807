package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class StopTest {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Stop stop = new Stop("counting", closing);

    private StreamThreadExceptionResponse on(Throwable cause) {
        closing.countDown(); // no pause
        return stop.handle(new StreamsException("a task failed", cause));
    }

    @Test
    void whatPassesWithTheBrokersReturnIsTriedAgain() {
        assertThat(on(new TimeoutException("no answer in 300000 ms")))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(on(new NotEnoughReplicasException("one of two")))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(stop.reason(State.RUNNING)).isEmpty();
    }

    @Test
    void aTopicThatWasDeletedDoesNotComeBack() {
        assertThat(on(new TimeoutException(
                        "not present in metadata", new UnknownTopicOrPartitionException("no such topic"))))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(stop.reason(State.PENDING_ERROR))
                .hasValueSatisfying(why -> assertThat(why).contains("no such topic"));
    }

    @Test
    void aFullDiskIsToldInPlainWords() {
        assertThat(on(new ProcessorStateException(
                        "Error while executing put", new IOException("While appending: No space left on device"))))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        Optional<String> why = stop.reason(State.ERROR);
        assertThat(why)
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("counting stopped: the disk is full")
                        .contains("start it again"));
    }

    @Test
    void aDiskThatIsFullAtTheStartIsToldToo() {
        RuntimeException full =
                new ProcessorStateException("Error opening store", new IOException("No space left on device"));
        assertThat(Stop.atStart(full)).isInstanceOf(StreamException.class).hasMessageContaining("the disk is full");
        RuntimeException other = new IllegalStateException("something else");
        assertThat(Stop.atStart(other)).isSameAs(other);
    }
}
