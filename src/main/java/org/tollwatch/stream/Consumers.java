package org.tollwatch.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers without a group: they read where they are told to, and commit nothing. */
public final class Consumers {

    private Consumers() {}

    /** @param besides settings that differ from those every one has */
    public static Consumer<byte[], byte[]> open(Cluster cluster, Map<String, Object> besides) {
        Map<String, Object> config = new HashMap<>(cluster.with(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest")));
        config.putAll(besides);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
