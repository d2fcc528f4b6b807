package org.tollwatch.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** The topic of reports from where it begins, or was read to, up to where it ended; in the order of arrival. */
final class Archive implements Source {

    private static final Duration POLL = Duration.ofMillis(100);

    /** What is dated later than this after it came was rejected then. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Stretch published;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;
    private final Glimpse glimpse;
    private final long total;

    /** @param next where to read on, by partition; of those that are not there, from the beginning */
    Archive(Cluster cluster, Registry registry, ReplayPlan plan, Map<Integer, Long> next) {
        published = plan.published();
        glimpse = new Glimpse(registry);
        plan.ends().forEach((partition, end) -> ends.put(new TopicPartition(Topics.REPORTS, partition), end));
        consumer = Consumers.open(
                cluster,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20));
        consumer.assign(ends.keySet());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(ends.keySet());
        total = ends.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue() - begins.get(e.getKey())))
                .sum();
        next.forEach((partition, offset) -> consumer.seek(
                new TopicPartition(Topics.REPORTS, partition),
                Math.max(offset, begins.getOrDefault(new TopicPartition(Topics.REPORTS, partition), 0L))));
    }

    @Override
    public Batch next() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        List<Batch.Chosen> chosen = new ArrayList<>();
        long looked = 0;
        ReplayState.Left left = ReplayState.Left.NOTHING;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() >= ends.get(new TopicPartition(record.topic(), record.partition()))) {
                continue;
            }
            looked++;
            Optional<Glimpse.Head> head = glimpse.of(record.value());
            Optional<ReplayState.Left> out = out(record, head);
            if (out.isPresent()) {
                left = left.plus(out.get());
            } else {
                chosen.add(new Batch.Chosen(record, head.orElseThrow()));
            }
        }
        return new Batch(chosen, positions(), looked, left);
    }

    private Optional<ReplayState.Left> out(ConsumerRecord<byte[], byte[]> record, Optional<Glimpse.Head> head) {
        if (head.isEmpty()) {
            return Optional.of(new ReplayState.Left(0, 1, 0));
        }
        Instant at = head.get().publishedAt();
        if (!published.has(at)) {
            return Optional.of(new ReplayState.Left(1, 0, 0));
        }
        return record.timestamp() > 0 && at.toEpochMilli() > record.timestamp() + AHEAD.toMillis()
                ? Optional.of(new ReplayState.Left(0, 0, 1))
                : Optional.empty();
    }

    private Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        ends.forEach(
                (partition, end) -> positions.put(partition.partition(), Math.min(end, consumer.position(partition))));
        return positions;
    }

    @Override
    public boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
