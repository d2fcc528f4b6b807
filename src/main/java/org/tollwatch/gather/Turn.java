package org.tollwatch.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/**
 * Whose turn it is to look at feeds, of several processes on one cluster: whoever is given the one partition of what is
 * remembered of them. When it ends or falls silent another takes over within {@value #SILENT_SECONDS} seconds.
 */
final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    private static final int SILENT_SECONDS = 10;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration READ_AGAIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Outbox outbox;
    private final Clock clock;
    private final Thread watching = Threads.named("feeds-turn").newThread(this::watch);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Instant notBefore = Instant.MIN;
    private boolean given;
    private volatile boolean ours;
    private volatile Consumer<byte[], byte[]> consumer;

    /** @param outbox that takes over when it is our turn, and reads what others wrote while it is not */
    Turn(Settings settings, Outbox outbox, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where there can be no other process it is ours at once; else it is asked for. */
    void start() {
        if (settings.server().isEmpty()) {
            outbox.takeOver();
            given = true;
            ours = true;
        } else {
            outbox.readOthers();
        }
        watching.start();
    }

    /** Whether this process looks at the feeds now. */
    boolean isOurs() {
        return ours;
    }

    private void watch() {
        while (!isClosedWithin(Duration.ZERO)) {
            if (settings.server().isEmpty()) {
                step();
                isClosedWithin(REST);
            } else {
                ask();
            }
        }
        ours = false;
    }

    private void ask() {
        try (Consumer<byte[], byte[]> opened = Consumers.open(settings.cluster(), config())) {
            consumer = opened;
            opened.subscribe(List.of(Topics.FEED_STATE), new Given());
            while (!isClosedWithin(Duration.ZERO)) {
                opened.poll(POLL);
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("told to stop");
        } catch (KafkaException e) {
            LOG.warn("Kafka does not say whose turn it is to look at feeds ({}); asking again.", e.toString());
            lose();
            isClosedWithin(REST);
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> config() {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.applicationId() + "-feeds",
                // The same process, started again, need not wait until its former life is found dead.
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                name(settings.server().orElseThrow()),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SILENT_SECONDS * 1_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                SILENT_SECONDS * 100,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
    }

    /** With the letters that Kafka allows in a name. */
    private static String name(HostInfo server) {
        return server.host().replaceAll("[^A-Za-z0-9.-]", "_") + "_" + server.port();
    }

    private void step() {
        if (ours && !outbox.holds()) {
            ours = false; // another has taken over, or Kafka gave us up: who was silent is told so by then
            notBefore = clock.instant().plusSeconds(SILENT_SECONDS);
        }
        if (ours || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            if (given) {
                outbox.takeOver();
                ours = true;
                LOG.info("It is our turn to look at the feeds.");
            } else {
                outbox.readOthers();
                notBefore = clock.instant().plus(READ_AGAIN);
            }
        } catch (KafkaException | StreamException e) {
            LOG.warn("What is remembered of feeds cannot be read ({}); trying again.", e.toString());
            notBefore = clock.instant().plus(REST);
        }
    }

    private void lose() {
        given = false;
        ours = false;
        notBefore = Instant.MIN;
    }

    /** Nothing is read here: the partition stands for the turn. */
    private final class Given implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            if (!partitions.isEmpty()) {
                given = true;
                notBefore = Instant.MIN;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                lose();
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        ours = false;
        Consumer<byte[], byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        try {
            watching.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
