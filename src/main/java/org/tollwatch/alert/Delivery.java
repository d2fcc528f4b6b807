package org.tollwatch.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.Topics;

/**
 * Gives one receiver every alert of the topic, in order, each at least once. Where it was taken is committed only then: an
 * outage holds up what comes after, and loses nothing.
 */
final class Delivery implements AutoCloseable, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long STOP_SECONDS = 15;

    private final Consumer<String, AlertRecord> consumer;
    private final Receiver receiver;
    private final Messages messages;
    private final Supplier<List<Alert>> active;
    private final Backoff backoff;
    private final Duration recent;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<ConsumerRecord<String, AlertRecord>> waiting = new ArrayDeque<>();
    private int failures;
    private long notBefore;
    private long refreshAt;

    /**
     * @param active what fires now and receivers were told of
     * @param recent how old alerts a receiver that is new is given
     */
    Delivery(
            Consumer<String, AlertRecord> consumer,
            Receiver receiver,
            Messages messages,
            Supplier<List<Alert>> active,
            Backoff backoff,
            Duration recent,
            Clock clock,
            MeterRegistry meters) {
        this.consumer = consumer;
        this.receiver = receiver;
        this.messages = messages;
        this.active = active;
        this.backoff = backoff;
        this.recent = recent;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(Topics.ALERTS), new Begin());
            refreshAt = clock.millis();
            while (closing.getCount() > 0) {
                guardedTurn();
            }
        } catch (WakeupException e) {
            LOG.debug("Stopped telling {}", receiver.shown());
        } finally {
            consumer.close();
            closed.countDown();
        }
    }

    /** What goes wrong in one turn must not end all telling: the next begins where was committed. */
    private void guardedTurn() {
        try {
            turn();
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            Duration pause = backoff.after(++failures);
            notBefore = clock.millis() + pause.toMillis();
            LOG.error("Telling {} failed; tried again in {} ms", receiver.shown(), pause.toMillis(), e);
        }
    }

    /** While something waits the consumer is asked for nothing, but goes on to say that it lives. */
    private void turn() {
        if (waiting.isEmpty()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        consumer.poll(POLL).forEach(waiting::add);
        while (!waiting.isEmpty() && clock.millis() >= notBefore && closing.getCount() > 0 && take(waiting.peek())) {
            commit(waiting.remove());
        }
        if (waiting.isEmpty()) {
            refresh();
        }
    }

    /** Whether there is no more to do about it. */
    private boolean take(ConsumerRecord<String, AlertRecord> record) {
        Optional<Alert> read = alert(record);
        if (read.isEmpty()) {
            count("unreadable");
            return true;
        }
        Alert alert = read.get();
        Outcome outcome = alert.live() ? send(alert) : new Outcome.Delivered();
        count(alert.live() ? outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT) : "history");
        if (outcome instanceof Outcome.Failed failed) {
            Duration pause = backoff.after(++failures);
            notBefore = clock.millis() + pause.toMillis();
            LOG.warn("An alert waits: {}. Tried again in {} ms.", failed.why(), pause.toMillis());
            return false;
        }
        failures = 0;
        if (outcome instanceof Outcome.Refused refused) {
            LOG.error("Alert {} was refused and is not sent again: {}", alert.id(), refused.why());
        }
        return true;
    }

    private void count(String outcome) {
        Counter.builder("tollwatch.alerts.delivered")
                .description("Tries to tell a receiver, by outcome; what is history is not sent")
                .tag("receiver", receiver.shown())
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** What somebody else wrote there must not hold up all that follows. */
    private static Optional<Alert> alert(ConsumerRecord<String, AlertRecord> record) {
        try {
            return Optional.of(AlertRecords.toAlert(Objects.requireNonNull(record.value(), "its bytes are no alert")));
        } catch (RuntimeException e) {
            LOG.error(
                    "The record {}-{}@{} is no alert and is passed over ({}).",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.toString());
            return Optional.empty();
        }
    }

    private Outcome send(Alert alert) {
        try {
            return receiver.send(messages.of(alert));
        } catch (StoresNotReadyException e) {
            return new Outcome.Failed(e.getMessage());
        }
    }

    private void refresh() {
        if (receiver.every().isEmpty() || clock.millis() < refreshAt) {
            return;
        }
        refreshAt = clock.millis() + receiver.every().get().toMillis();
        try {
            Outcome outcome =
                    receiver.refresh(active.get().stream().map(messages::of).toList());
            if (!(outcome instanceof Outcome.Delivered)) {
                LOG.warn("What is active could not be told again: {}", outcome);
            }
        } catch (StoresNotReadyException e) {
            LOG.debug("What is active is told again later: {}", e.getMessage());
        }
    }

    private void commit(ConsumerRecord<String, AlertRecord> record) {
        try {
            consumer.commitSync(Map.of(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1)));
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // Another instance has it now, and may send it again: receivers tell deliveries apart by their key.
            LOG.info("An alert may be told twice: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} still takes an alert; it is sent again at the next start.", receiver.shown());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A receiver that is new begins with what is recent; others go on where they were. */
    private final class Begin implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            waiting.removeIf(r -> partitions.contains(new TopicPartition(r.topic(), r.partition())));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            Map<TopicPartition, Long> since = new HashMap<>();
            partitions.stream()
                    .filter(p -> committed.get(p) == null)
                    .forEach(p -> since.put(
                            p, Math.max(0, clock.instant().minus(recent).toEpochMilli())));
            Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(since);
            Map<TopicPartition, Long> ends = consumer.endOffsets(since.keySet());
            Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
            ends.forEach((p, end) -> begin.put(
                    p,
                    new OffsetAndMetadata(
                            first.get(p) == null ? end : first.get(p).offset())));
            begin.forEach((p, offset) -> consumer.seek(p, offset.offset()));
            // Else a receiver that is away from the first would begin later after the next start.
            consumer.commitSync(begin);
        }
    }
}
