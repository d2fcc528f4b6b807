package org.tollwatch.stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What is told of what Kafka's own clients measure. They measure some 4,700 series an instance, most of them by store and
 * partition, and most of those only at a level of recording that slows them down; told are those that a person acts on.
 */
public final class KafkaMeters {

    private static final String PREFIX = "kafka.";

    /** What is measured by task, store and partition comes and goes with them; one minute by default. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Set<String> TOLD = Set.of(
            // An instance
            "kafka.stream.client.state",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            // A thread
            "kafka.stream.thread.process.total",
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.process.latency.max",
            "kafka.stream.thread.poll.ratio",
            "kafka.stream.thread.punctuate.ratio",
            "kafka.stream.thread.punctuate.latency.max",
            "kafka.stream.thread.commit.ratio",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.state.updater.active.restoring.tasks",
            "kafka.stream.state.updater.restore.records.rate",
            // A task
            "kafka.stream.task.restore.remaining.records.total",
            "kafka.stream.task.dropped.records.total",
            // A partition of a store
            "kafka.stream.state.estimate.num.keys",
            "kafka.stream.state.total.sst.files.size",
            // A partition of a topic
            "kafka.consumer.fetch.manager.records.lag",
            // A consumer
            "kafka.consumer.last.poll.seconds.ago",
            "kafka.consumer.time.between.poll.max",
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.rebalance.latency.max",
            "kafka.consumer.coordinator.last.rebalance.seconds.ago",
            // A producer
            "kafka.producer.record.send.total",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.queue.time.max",
            "kafka.producer.request.latency.avg",
            "kafka.producer.request.latency.max",
            "kafka.producer.buffer.available.bytes");

    private KafkaMeters() {}

    /** To be set on the registry before anything is bound to it. */
    public static MeterFilter told() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return id.getName().startsWith(PREFIX) && !TOLD.contains(id.getName())
                        ? MeterFilterReply.DENY
                        : MeterFilterReply.NEUTRAL;
            }
        };
    }

    /** Measures a client until what is returned is closed. */
    public static AutoCloseable of(KafkaStreams streams, MeterRegistry to) {
        ScheduledExecutorService looking = looking();
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, Tags.empty(), looking, LOOK);
        metrics.bindTo(to);
        return () -> {
            looking.shutdownNow();
            metrics.close();
        };
    }

    /** Measures a client until what is returned is closed. */
    public static AutoCloseable of(Producer<?, ?> producer, MeterRegistry to) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(to);
        return metrics;
    }

    private static ScheduledExecutorService looking() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kafka-meters");
            thread.setDaemon(true);
            return thread;
        });
    }
}
