package org.tollwatch.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.DeadLetter;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.Topics;

/** What was rejected, as it lies in {@link Topics#REPORTS_DLQ}. */
public final class DeadLetterReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;

    public DeadLetterReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** All that were written from a moment on until now, in the order of each partition. */
    public List<Rejection> since(Instant moment) {
        List<Rejection> letters = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPORTS_DLQ).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, moment.toEpochMilli()))
                        .get(partition);
                consumer.seek(partition, first == null ? ends.get(partition) : first.offset());
            }
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(letter -> letters.add(rejection(letter)));
            }
        }
        return letters;
    }

    private static Rejection rejection(ConsumerRecord<byte[], byte[]> letter) {
        return new Rejection(
                Reason.valueOf(header(letter, DeadLetter.REASON).toUpperCase(Locale.ROOT)),
                header(letter, DeadLetter.ORIGIN),
                header(letter, DeadLetter.DETAIL));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Map<String, Object> config() {
        return cluster.with(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
    }
}
