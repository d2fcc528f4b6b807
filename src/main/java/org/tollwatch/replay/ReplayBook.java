package org.tollwatch.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.StreamException;

/** The replays there are, each with how far it is: the newest on a compacted topic, by name. */
final class ReplayBook {

    static final String TOPIC = "replays";

    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final Broker broker;
    private final ReplayJson json = new ReplayJson();

    ReplayBook(Cluster cluster, Broker broker) {
        this.cluster = cluster;
        this.broker = broker;
    }

    void create() {
        broker.create(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))));
    }

    /** All that were begun and not removed, by name. */
    Map<String, ReplayState> all() {
        Map<String, ReplayState> found = new TreeMap<>();
        if (!broker.topics().contains(TOPIC)) {
            return found;
        }
        long end = broker.ends(TOPIC).getOrDefault(0, 0L);
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Consumer<byte[], byte[]> consumer = Consumers.open(cluster, Map.of())) {
            consumer.assign(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> enter(record, found));
            }
        }
        return found;
    }

    private void enter(ConsumerRecord<byte[], byte[]> record, Map<String, ReplayState> found) {
        String name = new String(record.key(), StandardCharsets.UTF_8);
        found.remove(name);
        if (record.value() != null) {
            json.read(record.value()).ifPresent(state -> found.put(name, state));
        }
    }

    Optional<ReplayState> of(ReplayName name) {
        return Optional.ofNullable(all().get(name.text()));
    }

    /** As it is written, in a transaction or alone. */
    ProducerRecord<byte[], byte[]> entry(ReplayState state) {
        return new ProducerRecord<>(TOPIC, key(state.plan().name()), json.write(state));
    }

    /** @throws StreamException when the broker does not take it */
    void write(ReplayState state) {
        send(entry(state));
    }

    void forget(ReplayName name) {
        send(new ProducerRecord<>(TOPIC, key(name), null));
    }

    private void send(ProducerRecord<byte[], byte[]> entry) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.with(Map.of("max.block.ms", 30_000)), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(entry).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("It was interrupted.", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new StreamException("The list of replays cannot be written (" + StreamException.rootOf(e) + ").", e);
        }
    }

    private static byte[] key(ReplayName name) {
        return name.text().getBytes(StandardCharsets.UTF_8);
    }
}
