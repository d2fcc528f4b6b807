package org.tollwatch.gather;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Topics;

/** Producers of this room. */
final class Producers {

    private Producers() {}

    /** @param id whoever writes under the same one is shut out by the next */
    static Producer<byte[], byte[]> transactional(Cluster cluster, String id) {
        Map<String, Object> config = new HashMap<>(cluster.with(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                id,
                // What a dead process leaves open holds up those who read the topic for no longer than this.
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                10_000,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.LARGEST_REPORT,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                30_000)));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
