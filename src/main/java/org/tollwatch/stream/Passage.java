package org.tollwatch.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when all that came was taken by every stage on its way, by what the broker knows: the ends of the first topic at
 * some moment, the offsets its stage committed since, then the ends of the next. All that was there at that moment has then
 * passed, however much comes meanwhile. To be looked at by one thread.
 */
public final class Passage implements Supplier<Instant>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int MOST_POLLS = 50;

    /** Who takes what: the consumer group and the topic. */
    public record Stage(String application, String topic) {

        /** The ways through the counting, up to the tallies. */
        public static List<Stage> ofCounting(String application) {
            return List.of(
                    new Stage(application, Topics.REPORTS),
                    new Stage(application, application + "-" + TallyTopology.CLAIMS + "-repartition"),
                    new Stage(application, application + "-" + TallyTopology.PARTY_TALLIES + "-repartition"));
        }
    }

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Stage> stages;
    private final Clock clock;
    private volatile Instant passed = Instant.EPOCH;
    private Instant began = Instant.EPOCH;
    private int stage;
    private Map<TopicPartition, Long> ends = Map.of();

    /** @param stages in the order of the way */
    public Passage(Cluster cluster, List<Stage> stages, Clock clock) {
        this.stages = List.copyOf(stages);
        this.clock = clock;
        admin = Admin.create(cluster.with(Map.of()));
        consumer = new KafkaConsumer<>(
                cluster.with(Map.of(
                        "isolation.level", "read_committed", "enable.auto.commit", "false", "fetch.max.wait.ms", "5")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** {@link Instant#EPOCH} while it is not known. */
    @Override
    public Instant get() {
        return passed;
    }

    /** Follows as far as the stages are; where the broker cannot be asked, nothing is known for later. */
    public void look() {
        try {
            while (taken()) {
                ends = Map.of();
                stage++;
                if (stage == stages.size()) {
                    stage = 0;
                    passed = began;
                    return;
                }
            }
        } catch (ExecutionException | RuntimeException e) {
            LOG.debug("How far the reports are is not known now: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken() throws ExecutionException, InterruptedException {
        Stage now = stages.get(stage);
        if (ends.isEmpty()) {
            if (stage == 0) {
                began = clock.instant();
            }
            ends = offsets(partitions(now.topic()), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(now.application())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> begins = offsets(ends.keySet(), OffsetSpec.earliest());
        Map<TopicPartition, Long> behind = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata done = committed.get(partition);
            long next = Math.max(done == null ? 0 : done.offset(), begins.get(partition));
            if (next < end) {
                behind.put(partition, next);
            }
        });
        return behind.isEmpty() || holdsNothing(behind);
    }

    /** The ends of transactions take offsets too, and an idle consumer does not commit past them. */
    private boolean holdsNothing(Map<TopicPartition, Long> behind) {
        consumer.assign(behind.keySet());
        behind.forEach(consumer::seek);
        for (int polls = 0; polls < MOST_POLLS; polls++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
            if (behind.keySet().stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
                return true;
            }
        }
        return false;
    }

    private Set<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
