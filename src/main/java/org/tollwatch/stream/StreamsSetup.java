package org.tollwatch.stream;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set up: what differs from its defaults, and why. */
public final class StreamsSetup {

    /** A tally lists all claims it stands on. Below the 100 MiB that a broker takes in one request. */
    private static final int LARGEST_RECORD = 32 << 20;

    private StreamsSetup() {}

    public static StreamsConfig config(Settings settings) {
        // What lets the clients in first: nothing of it changes what is set here.
        Map<String, Object> p = new TreeMap<>(settings.cluster().with(Map.of()));
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        settings.server().ifPresent(at -> p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at.host() + ":" + at.port()));
        p.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        p.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                Integer.toString(Copies.needed(settings.replication())));
        // Where others can take over, they have the state already, and need not read it first.
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.server().isPresent() ? 1 : 0);
        // One that is new, or comes back, gets its share when it has caught up: within a minute, not ten.
        p.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Foreign.class);
        p.put(Foreign.DEAD_LETTERS, settings.topics().deadLetters());
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
        // Each of the three stages waits for its poll before it commits, restores or reckons; 100 ms by default.
        p.put(StreamsConfig.POLL_MS_CONFIG, 20);
        // The newer protocol may answer an interactive query with nothing during a rebalance (KAFKA-20887).
        p.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName());
        // After a kill nothing is taken in until the dead member's session ends; 45 s by default.
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                Pulse.SESSION.toMillis());
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                Pulse.HEARTBEAT.toMillis());
        // For so long, and until the broker looks again (10 s), a killed instance's last transaction holds up those who
        // take over. A round of reckoning, and telling what came of it, must end within it; else it is done again.
        p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        // A topic that somebody deleted is noticed between two tries, not after several minutes; tries go on for five.
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 15_000);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 2L * LARGEST_RECORD);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(LARGEST_RECORD));
        return new StreamsConfig(p);
    }
}
