package org.tollwatch.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.report.IncidentReport;

/** Reads single reports from where they lie on their topic; connects when it is first asked. */
final class ReportLookup implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AvroSerde<IncidentReport> serde;
    private final Cluster cluster;
    private Consumer<byte[], byte[]> topic;

    ReportLookup(AvroSerde<IncidentReport> serde, Cluster cluster) {
        this.serde = serde;
        this.cluster = cluster;
    }

    /** The report with the id, where it lies; empty when somebody removed it there. */
    synchronized Optional<IncidentReport> at(TopicPartition partition, long offset, String id) {
        Consumer<byte[], byte[]> open = open();
        open.assign(List.of(partition));
        open.seek(partition, offset);
        try {
            for (ConsumerRecord<byte[], byte[]> record : open.poll(PATIENCE)) {
                if (record.offset() == offset
                        && serde.decode(record.value()) instanceof Decoded.Value<IncidentReport> read
                        && read.value().getId().equals(id)) {
                    return Optional.of(read.value());
                }
            }
        } catch (OffsetOutOfRangeException e) {
            // The caller says that it is gone.
        }
        return Optional.empty();
    }

    private Consumer<byte[], byte[]> open() {
        if (topic == null) {
            topic = Consumers.open(
                    cluster,
                    Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"));
        }
        return topic;
    }

    @Override
    public synchronized void close() {
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }
}
