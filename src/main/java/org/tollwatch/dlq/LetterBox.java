package org.tollwatch.dlq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/** Reads the topic of dead letters; only what is committed. For one thread. */
public final class LetterBox implements AutoCloseable {

    /** So many are read at once when it is read backwards. */
    private static final long STEP = 500;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE = 50;

    /** By the order in which they came, as times are those of the reports and may go back. There is one partition. */
    private static final Comparator<Letter> NEWEST_FIRST = Comparator.<Letter>comparingInt(
                    letter -> letter.id().partition())
            .thenComparing(
                    Comparator.<Letter>comparingLong(letter -> letter.id().offset())
                            .reversed());

    private final Cluster cluster;
    private final Consumer<byte[], byte[]> consumer;

    public LetterBox(Cluster cluster) {
        this.cluster = cluster;
        consumer = Consumers.open(cluster, Map.of(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
    }

    /** @param more whether older ones were left out */
    public record Page(List<Letter> letters, boolean more) {}

    /**
     * The newest letters, the newest first.
     *
     * @param before only older ones: the last of the page before
     * @param limit at most so many; 1 or more
     * @throws DlqException when the topic cannot be read
     */
    public Page newest(Predicate<Letter> which, Optional<LetterId> before, int limit) {
        List<Letter> found = new ArrayList<>();
        for (TopicPartition partition : partitions()) {
            Predicate<Letter> older =
                    letter -> before.map(b -> isAfter(letter.id(), b)).orElse(true);
            found.addAll(backwards(partition, which.and(older), limit + 1));
        }
        found.sort(NEWEST_FIRST);
        boolean more = found.size() > limit;
        return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
    }

    private static boolean isAfter(LetterId one, LetterId border) {
        return one.partition() == border.partition()
                ? one.offset() < border.offset()
                : one.partition() > border.partition();
    }

    private List<Letter> backwards(TopicPartition partition, Predicate<Letter> which, int limit) {
        long begin =
                guarded(() -> consumer.beginningOffsets(List.of(partition))).get(partition);
        long end = guarded(() -> consumer.endOffsets(List.of(partition))).get(partition);
        List<Letter> found = new ArrayList<>();
        for (long to = end; to > begin && found.size() < limit; to -= STEP) {
            List<Letter> step = read(partition, Math.max(begin, to - STEP), to);
            for (int i = step.size() - 1; i >= 0 && found.size() < limit; i--) {
                if (which.test(step.get(i))) {
                    found.add(step.get(i));
                }
            }
        }
        return found;
    }

    /** The letter; empty when there is none of this id. */
    public Optional<Letter> find(LetterId id) {
        TopicPartition partition = new TopicPartition(Topics.REPORTS_DLQ, id.partition());
        return partitions().contains(partition)
                ? read(partition, id.offset(), id.offset() + 1).stream().findFirst()
                : Optional.empty();
    }

    /** Behind the last, by partition. */
    Map<TopicPartition, Long> ends() {
        return guarded(() -> consumer.endOffsets(partitions()));
    }

    /** All that came since. */
    List<Letter> since(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> now = guarded(() -> consumer.endOffsets(ends.keySet()));
        return ends.entrySet().stream()
                .flatMap(end -> read(end.getKey(), end.getValue(), now.get(end.getKey())).stream())
                .toList();
    }

    private List<Letter> read(TopicPartition partition, long from, long to) {
        return guarded(() -> {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            List<Letter> letters = new ArrayList<>();
            for (int polls = 0; polls < PATIENCE && consumer.position(partition) < to; polls++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() >= from && record.offset() < to) {
                        letters.add(Letter.of(record));
                    }
                }
            }
            return letters;
        });
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = guarded(() -> consumer.partitionsFor(Topics.REPORTS_DLQ));
        if (found == null || found.isEmpty()) {
            throw new DlqException(
                    "There is no topic " + Topics.REPORTS_DLQ + " at " + cluster + "; tollwatch up makes it.");
        }
        return found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private interface Asked<T> {
        T answer();
    }

    private <T> T guarded(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (OffsetOutOfRangeException e) {
            throw new DlqException("The letters there were removed from " + Topics.REPORTS_DLQ + ".", e);
        } catch (KafkaException e) {
            throw new DlqException(
                    "The dead letters at " + cluster + " cannot be read (" + StreamException.rootOf(e)
                            + "). Check that the broker runs and that the address is right.",
                    e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
