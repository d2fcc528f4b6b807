package org.tollwatch.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Decoded;

/** The newest tallies on a topic. */
final class Tallied {

    private static final Duration POLL = Duration.ofMillis(200);

    private Tallied() {}

    /** By key, as they are committed now. */
    static Map<String, TallyRecord> on(String topic, Cluster cluster, Broker broker, AvroSerde<TallyRecord> serde) {
        Map<String, TallyRecord> newest = new TreeMap<>();
        Map<Integer, Long> ends = broker.ends(topic);
        List<TopicPartition> partitions = IntStream.range(0, ends.size())
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
        try (Consumer<byte[], byte[]> consumer =
                Consumers.open(cluster, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000))) {
            consumer.assign(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p.partition()))) {
                consumer.poll(POLL).forEach(record -> enter(record, newest, serde));
            }
        }
        return newest;
    }

    private static void enter(
            ConsumerRecord<byte[], byte[]> record, Map<String, TallyRecord> newest, AvroSerde<TallyRecord> serde) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            newest.remove(key);
        } else if (serde.decode(record.value()) instanceof Decoded.Value<TallyRecord> read) {
            newest.put(key, read.value());
        }
    }
}
