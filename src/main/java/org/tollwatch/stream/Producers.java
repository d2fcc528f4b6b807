package org.tollwatch.stream;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers whose records are there all together or not at all. */
public final class Producers {

    private Producers() {}

    /**
     * @param id whoever writes under the same one is shut out by the next
     * @param longest what a dead process leaves open holds up those who read the topic for no longer than this
     */
    public static Producer<byte[], byte[]> transactional(Cluster cluster, String id, Duration longest) {
        Map<String, Object> config = cluster.with(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                id,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) longest.toMillis(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.LARGEST_REPORT,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                30_000));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
