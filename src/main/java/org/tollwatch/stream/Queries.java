package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Asks the stores of this instance, all partitions or none. */
public final class Queries {

    private final KafkaStreams streams;
    private final int partitions;

    /** @param partitions of the stores, all of which must be here */
    public Queries(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /**
     * Everything in the store that belongs to the conflict.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    public <V> List<V> ofConflict(String store, String conflict) {
        return between(store, Keys.prefix(conflict), Keys.after(conflict));
    }

    /**
     * Everything in the store, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    public <V> List<V> all(String store) {
        return found(store, RangeQuery.withNoBounds());
    }

    /**
     * Everything in the store from one key to another, inclusive, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    public <V> List<V> between(String store, String from, String to) {
        return found(store, RangeQuery.withRange(from, to));
    }

    private <V> List<V> found(String store, RangeQuery<String, V> query) {
        List<V> found = new ArrayList<>();
        answers(store, query).forEach((partition, answer) -> {
            if (answer.isFailure()) {
                throw notReady(store, "partition " + partition + ": " + answer.getFailureMessage());
            }
            try (KeyValueIterator<String, V> all = answer.getResult()) {
                all.forEachRemaining(entry -> found.add(entry.value));
            }
        });
        return found;
    }

    private <V> Map<Integer, QueryResult<KeyValueIterator<String, V>>> answers(
            String store, RangeQuery<String, V> query) {
        try {
            var answers = streams.query(
                            StateQueryRequest.inStore(store).withQuery(query).requireActive())
                    .getPartitionResults();
            if (answers.size() < partitions) {
                throw notReady(store, "only " + answers.size() + " of " + partitions + " partitions are here");
            }
            return answers;
        } catch (StreamsException | IllegalStateException e) {
            throw notReady(store, StreamException.rootOf(e));
        }
    }

    private static StoresNotReadyException notReady(String store, String why) {
        return new StoresNotReadyException("The store '" + store + "' cannot answer now (" + why
                + "). It may be starting or moving to another instance: ask again.");
    }
}
