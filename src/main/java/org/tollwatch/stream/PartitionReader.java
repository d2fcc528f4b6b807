package org.tollwatch.stream;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads partitions of stores while they are written to. Not by {@code KafkaStreams.query}: its range queries lock a store's
 * position and then the store, and writes lock the store and then its position, so that sooner or later each waits for the
 * other, for ever (Kafka Streams 4.3.1).
 */
public record PartitionReader(KafkaStreams streams) {

    /**
     * What is read from the keys in the range, which is closed afterwards.
     *
     * @param last largest first; else in order
     * @param read takes all that it wants, before it returns
     * @return empty when the partition is not here, is not active, or moves away meanwhile
     * @throws StreamsException when the streams were not started
     */
    public <V, T> Optional<T> read(
            String store,
            int partition,
            String from,
            String to,
            boolean last,
            Function<KeyValueIterator<String, V>, T> read) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> asked = StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition);
        try {
            ReadOnlyKeyValueStore<String, V> open = streams.store(asked);
            try (KeyValueIterator<String, V> entries = last ? open.reverseRange(from, to) : open.range(from, to)) {
                return Optional.of(read.apply(entries));
            }
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }
}
