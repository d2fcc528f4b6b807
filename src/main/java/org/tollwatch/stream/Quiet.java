package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int MOST_POLLS = 50;

    private final Admin admin;
    private final String application;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    /** Of the stores of marks: how far their changelogs were read, and what was left there. */
    private final Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();

    private final Map<String, Map<String, byte[]>> left = new HashMap<>();
    private final byte[] madeWith;

    /** @param madeWith what the tallies are to be {@link MadeWith} */
    Quiet(Admin admin, Settings settings, byte[] madeWith) {
        this.madeWith = madeWith.clone();
        this.admin = admin;
        this.application = settings.applicationId();
        this.topic = settings.topics().reports();
        this.consumer = new KafkaConsumer<>(
                settings.cluster()
                        .with(Map.of(
                                "isolation.level",
                                "read_committed",
                                "enable.auto.commit",
                                "false",
                                "fetch.max.wait.ms",
                                "5")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Whether it is quiet now; tells how far the reports are. */
    boolean check(Consumer<Progress> listener) throws InterruptedException {
        try {
            return reportsDecided(listener)
                    && consumed(application + "-" + TallyTopology.CLAIMS + "-repartition")
                    && lookedAt(Stores.TALLIES_MADE_WITH)
                    && unmarked(Stores.LEDGER_DIRTY)
                    && consumed(application + "-" + TallyTopology.PARTY_TALLIES + "-repartition")
                    && lookedAt(Stores.ROLLUPS_MADE_WITH)
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
        Set<TopicPartition> partitions = partitions(topic);
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
        Map<TopicPartition, Long> behind = new HashMap<>();
        end.forEach((partition, last) -> {
            long from = Math.max(done.getOrDefault(partition, 0L), begin.get(partition));
            if (from < last) {
                behind.put(partition, from);
            }
        });
        // The ends of transactions take offsets too, and an idle consumer does not commit past them.
        return behind.isEmpty() || read(behind, end).isEmpty() && reached(behind, end);
    }

    /** Whether the store's changelog, as far as it is committed, leaves nothing to do. */
    private boolean unmarked(String store) throws ExecutionException, InterruptedException {
        return follow(store, partitions(changelog(store))) && left.get(store).isEmpty();
    }

    /** Whether every partition has looked if its tallies are made with what they are to be made with now. */
    private boolean lookedAt(String store) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = partitions(changelog(store));
        return follow(store, partitions)
                && partitions.stream()
                        .allMatch(p -> Arrays.equals(left.get(store).get(key(p.partition(), MadeWith.ALL)), madeWith));
    }

    private String changelog(String store) {
        return application + "-" + store + "-changelog";
    }

    private static String key(int partition, String key) {
        return partition + ":" + key;
    }

    /** Reads on in a store's changelog; says whether its end was reached. */
    private boolean follow(String store, Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> next = positions.computeIfAbsent(store, s -> new HashMap<>());
        partitions.forEach(partition -> next.putIfAbsent(partition, 0L));
        Map<String, byte[]> entries = left.computeIfAbsent(store, s -> new HashMap<>());
        for (ConsumerRecord<byte[], byte[]> record : read(next, end)) {
            String key = key(record.partition(), new String(record.key(), StandardCharsets.UTF_8));
            if (record.value() == null) {
                entries.remove(key);
            } else {
                entries.put(key, record.value());
            }
        }
        return reached(next, end);
    }

    /** What is committed between the positions, which move along, and the ends; perhaps not all of it at once. */
    private List<ConsumerRecord<byte[], byte[]>> read(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Long> end) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        for (int polls = 0; polls < MOST_POLLS && !reached(positions, end); polls++) {
            consumer.poll(POLL).forEach(records::add);
            positions.replaceAll((partition, before) -> consumer.position(partition));
        }
        return records;
    }

    private static boolean reached(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> end) {
        return positions.entrySet().stream().allMatch(e -> e.getValue() >= end.get(e.getKey()));
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
