package org.tollwatch.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.IncidentReport;

/** Enters in the index, from the topic, what was admitted before there was one; a little at a time. */
final class IndexBuilder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuilder.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Cluster cluster;
    private final TopicPartition partition;
    private final AvroSerde<IncidentReport> serde;
    private final Function<IncidentReport, byte[]> fingerprints;
    private final ReportIndex index;
    private Consumer<byte[], byte[]> consumer;
    private long end;

    IndexBuilder(
            Cluster cluster,
            TopicPartition partition,
            AvroSerde<IncidentReport> serde,
            Function<IncidentReport, byte[]> fingerprints,
            ReportIndex index) {
        this.cluster = cluster;
        this.partition = partition;
        this.serde = serde;
        this.fingerprints = fingerprints;
        this.index = index;
    }

    /** Reads on; says whether the end was reached. A broker that does not answer now is asked again in the next round. */
    boolean round() {
        try {
            open();
            consumer.poll(POLL).forEach(this::enter);
            return consumer.position(partition) >= end;
        } catch (KafkaException e) {
            LOG.warn("The index of reports cannot be built now ({}); it is tried again.", StreamException.rootOf(e));
            close();
            return false;
        }
    }

    /** What is written later than now finds its way into the index by itself. */
    private void open() {
        if (consumer != null) {
            return;
        }
        LOG.info("Building the index of reports from {}", partition);
        consumer = Consumers.open(cluster, Map.of());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        end = consumer.endOffsets(List.of(partition)).get(partition);
    }

    private void enter(ConsumerRecord<byte[], byte[]> record) {
        if (serde.decode(record.value()) instanceof Decoded.Value<IncidentReport> read) {
            IncidentReport report = read.value();
            byte[] fingerprint = fingerprints.apply(report);
            if (index.lacks(report.getId(), fingerprint)) {
                index.enter(report, fingerprint, record.partition(), record.offset());
            }
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
