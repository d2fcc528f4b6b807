package org.tollwatch.dlq;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Topics;

/** The records that were rejected, whole and with their keys, where they still lie on the topic of reports. */
final class Originals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;

    Originals(Cluster cluster) {
        consumer = Consumers.open(
                cluster,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false));
    }

    /** @param key null where it has none */
    record Original(byte[] key, byte[] value) {}

    /** Empty when somebody removed it. */
    Optional<Original> at(int partition, long offset) {
        if (consumer.partitionsFor(Topics.REPORTS).stream().noneMatch(info -> info.partition() == partition)) {
            return Optional.empty();
        }
        TopicPartition wanted = new TopicPartition(Topics.REPORTS, partition);
        consumer.assign(List.of(wanted));
        consumer.seek(wanted, offset);
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() == offset && record.value() != null) {
                    return Optional.of(new Original(record.key(), record.value()));
                }
            }
        } catch (OffsetOutOfRangeException e) {
            // Gone, then.
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
