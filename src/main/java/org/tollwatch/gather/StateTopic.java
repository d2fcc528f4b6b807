package org.tollwatch.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Topics;

/** Reads back what is remembered of the feeds. */
final class StateTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final StateRecords records;

    StateTopic(Cluster cluster, StateRecords records) {
        this.cluster = cluster;
        this.records = records;
    }

    /** All of it in order, to what was its end when this was called. */
    List<Change> read() {
        try (Consumer<byte[], byte[]> consumer = Consumers.open(cluster, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FEED_STATE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Change> changes = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records.change(record.key(), record.value()).ifPresent(changes::add);
                }
            }
            return changes;
        }
    }
}
