package org.tollwatch.dlq;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/**
 * Which letters were sent again.
 *
 * @param byLetter by the letters' ids
 */
public record Marks(Map<String, Mark> byLetter) {

    private static final Duration POLL = Duration.ofMillis(200);

    public Marks {
        byLetter = Map.copyOf(byLetter);
    }

    /** @throws DlqException when they cannot be read */
    public static Marks read(Cluster cluster) {
        Map<String, Mark> found = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer =
                Consumers.open(cluster, Map.of(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false))) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RETRIED).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Mark.of(record).ifPresent(mark -> found.put(mark.letter(), mark));
                }
            }
        } catch (KafkaException e) {
            throw new DlqException(
                    "Which letters were sent again cannot be read at " + cluster + " ("
                            + StreamException.rootOf(e)
                            + "). Check that the broker runs and that the address is right.",
                    e);
        }
        return new Marks(found);
    }

    public Optional<Mark> of(LetterId letter) {
        return Optional.ofNullable(byLetter.get(letter.toString()));
    }

    /** The letter that was sent again and became this one. */
    public Optional<String> before(Letter letter) {
        return byLetter.values().stream()
                .filter(mark -> mark.sentAs().equals(letter.origin()))
                .map(Mark::letter)
                .findFirst();
    }
}
