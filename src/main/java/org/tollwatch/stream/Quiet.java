package org.tollwatch.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether everything on the topics has found its way into the tallies, by what the broker knows: offsets that were
 * committed, and marks that were left. A transaction commits offsets, records and marks together; so when one stage has
 * committed all it was given, all that it gave to the next is there to be seen.
 */
final class Quiet implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final String application;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Map<String, Set<String>> marks = new HashMap<>();

    Quiet(Admin admin, Settings settings) {
        this.admin = admin;
        this.application = settings.applicationId();
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Whether it is quiet now; tells how far the reports are. */
    boolean check(Consumer<Progress> listener) throws InterruptedException {
        try {
            return reportsDecided(listener)
                    && consumed(application + "-" + TallyTopology.CLAIMS + "-repartition")
                    && unmarked(Stores.LEDGER_DIRTY)
                    && consumed(application + "-" + TallyTopology.PARTY_TALLIES + "-repartition")
                    && unmarked(Stores.PARTIES_DIRTY);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false; // Kafka Streams has not made its topics yet
            }
            throw new StreamException(
                    "Cannot ask the broker how far the reports are (" + StreamException.rootOf(e) + ").", e);
        }
    }

    private boolean reportsDecided(Consumer<Progress> listener) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = partitions(Topics.REPORTS);
        Map<TopicPartition, Long> begin = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> done = committed();
        long total = 0;
        long decided = 0;
        for (TopicPartition partition : partitions) {
            total += end.get(partition) - begin.get(partition);
            decided += Math.max(0, done.getOrDefault(partition, 0L) - begin.get(partition));
        }
        listener.accept(new Progress(Math.min(decided, total), total));
        return caughtUp(end, begin, done);
    }

    private boolean consumed(String topic) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = partitions(topic);
        // The end before the committed offsets: what is written in between is for the next look.
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        return caughtUp(end, offsets(partitions, OffsetSpec.earliest()), committed());
    }

    private boolean caughtUp(
            Map<TopicPartition, Long> end, Map<TopicPartition, Long> begin, Map<TopicPartition, Long> done) {
        return end.entrySet().stream().allMatch(e -> {
            long from = Math.max(done.getOrDefault(e.getKey(), 0L), begin.get(e.getKey()));
            return from >= e.getValue() || onlyMarkersBetween(e.getKey(), from, e.getValue());
        });
    }

    /** The ends of transactions take offsets too, and an idle consumer does not commit past them. */
    private boolean onlyMarkersBetween(TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        return consumer.poll(POLL).isEmpty() && consumer.position(partition) >= end;
    }

    /** Whether the store's changelog, as far as it is committed, leaves nothing to do. */
    private boolean unmarked(String store) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = partitions(application + "-" + store + "-changelog");
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Set<String> left = marks.computeIfAbsent(store, s -> new HashSet<>());
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, read.getOrDefault(partition, 0L)));
        boolean moved = true;
        while (moved && !reached(end)) {
            var records = consumer.poll(POLL);
            moved = false;
            for (TopicPartition partition : partitions) {
                moved |= consumer.position(partition) > read.getOrDefault(partition, 0L);
                read.put(partition, consumer.position(partition));
            }
            records.forEach(record -> {
                String mark =
                        record.partition() + ":" + new String(record.key(), java.nio.charset.StandardCharsets.UTF_8);
                if (record.value() == null) {
                    left.remove(mark);
                } else {
                    left.add(mark);
                }
            });
        }
        return left.isEmpty() && reached(end);
    }

    private boolean reached(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(e -> read.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        return committed.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
                .all()
                .get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private Set<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return description.partitions().stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
