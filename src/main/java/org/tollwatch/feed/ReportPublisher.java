package org.tollwatch.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.DeadLetter;
import org.tollwatch.stream.KafkaMeters;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.Schemas;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/** Writes reports to {@link Topics#REPORTS} and what was rejected to {@link Topics#REPORTS_DLQ}; each exactly once. */
public final class ReportPublisher implements AutoCloseable {

    /** What the wire adds to a record. */
    private static final int OVERHEAD = 4 << 10;

    private final Registry registry;
    private final Serializer<IncidentReport> serializer;
    private final Producer<byte[], byte[]> producer;
    private final MeterRegistry meters;
    private final AutoCloseable measured;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private ReportPublisher(
            Registry registry,
            Serializer<IncidentReport> serializer,
            Producer<byte[], byte[]> producer,
            MeterRegistry meters) {
        this.registry = registry;
        this.serializer = serializer;
        this.producer = producer;
        this.meters = meters;
        measured = KafkaMeters.of(producer, meters);
    }

    /** @throws StreamException when the registry refuses the schema */
    public static ReportPublisher to(Cluster cluster, MeterRegistry meters) {
        Registry registry = cluster.registry();
        try {
            Serializer<IncidentReport> serializer =
                    Schemas.register(registry).reports().serializer();
            return new ReportPublisher(registry, serializer, new KafkaProducer<>(config(cluster)), meters);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /**
     * Hands the report to the producer; {@link #flush} waits until the broker has it.
     *
     * @return the rejection of a report that is larger than a record may be
     */
    public Optional<Rejection> publish(IncidentReport report, String origin, byte[] original) {
        byte[] value = serializer.serialize(Topics.REPORTS, report);
        if (value.length > Topics.LARGEST_REPORT - OVERHEAD) {
            Rejection rejection = new Rejection(
                    Reason.TOO_LARGE,
                    origin,
                    "the report has " + value.length + " bytes, and at most " + (Topics.LARGEST_REPORT - OVERHEAD)
                            + " fit on the topic; split its text");
            reject(rejection, original);
            return Optional.of(rejection);
        }
        byte[] key = report.getId().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(Topics.REPORTS, key, value));
        return Optional.empty();
    }

    /** Buries the input with its reason, and counts it in {@code tollwatch.rejected}. */
    public void reject(Rejection rejection, byte[] original) {
        meters.counter("tollwatch.rejected", "reason", rejection.reason().label())
                .increment();
        send(DeadLetter.of(rejection, new byte[0], original));
    }

    /** @throws StreamException when something could not be written */
    public void flush() {
        producer.flush();
        Exception failed = failure.getAndSet(null); // what is sent after this may well be written
        if (failed != null) {
            throw new StreamException(
                    "Reports could not be published (" + failed.getMessage()
                            + "). Check that the broker runs and its disk has space, then run again: what was published"
                            + " already is not counted twice.",
                    failed);
        }
    }

    @Override
    public void close() {
        try {
            measured.close();
        } catch (Exception e) {
            throw new IllegalStateException(e); // a meter that is taken down has nothing that could fail
        } finally {
            producer.close();
        }
        registry.close();
    }

    private void send(ProducerRecord<byte[], byte[]> letter) {
        producer.send(letter, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private static Map<String, Object> config(Cluster cluster) {
        return cluster.with(Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.LARGEST_REPORT,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                30_000));
    }
}
