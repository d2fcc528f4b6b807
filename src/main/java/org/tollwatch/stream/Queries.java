package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Asks the stores of this instance, all partitions or none. */
final class Queries {

    private final KafkaStreams streams;
    private final int partitions;

    Queries(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /**
     * Everything in the store that belongs to the conflict.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    <V> List<V> ofConflict(String store, String conflict) {
        return between(store, Keys.prefix(conflict), Keys.after(conflict));
    }

    /**
     * Everything in the store from one key to another, inclusive, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    <V> List<V> between(String store, String from, String to) {
        RangeQuery<String, V> query = RangeQuery.withRange(from, to);
        List<V> found = new ArrayList<>();
        for (KeyValueIterator<String, V> entries : this.<KeyValueIterator<String, V>>results(store, query)) {
            try (entries) {
                entries.forEachRemaining(entry -> found.add(entry.value));
            }
        }
        return found;
    }

    /**
     * The last that fit between two keys, of each partition at most so many.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    <V> List<V> last(String store, String from, String to, Predicate<V> which, int limit) {
        RangeQuery<String, V> query = RangeQuery.<String, V>withRange(from, to).withDescendingKeys();
        List<V> found = new ArrayList<>();
        for (KeyValueIterator<String, V> entries : this.<KeyValueIterator<String, V>>results(store, query)) {
            try (entries) {
                int most = found.size() + limit;
                while (found.size() < most && entries.hasNext()) {
                    V value = entries.next().value;
                    if (which.test(value)) {
                        found.add(value);
                    }
                }
            }
        }
        return found;
    }

    /**
     * Everything in the store, one after another, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    <V> void each(String store, Consumer<V> reader) {
        RangeQuery<String, V> query = RangeQuery.withNoBounds();
        for (KeyValueIterator<String, V> entries : this.<KeyValueIterator<String, V>>results(store, query)) {
            try (entries) {
                entries.forEachRemaining(entry -> reader.accept(entry.value));
            }
        }
    }

    /**
     * What lies under the key, in whichever partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    <V> Optional<V> get(String store, String key) {
        return this.<V>results(store, KeyQuery.withKey(key)).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Whether every partition has the key.
     *
     * @throws StoresNotReadyException when a partition cannot answer, or is not here
     */
    boolean hasEverywhere(String store, String key) {
        return this.<byte[]>results(store, KeyQuery.withKey(key)).stream().allMatch(Objects::nonNull);
    }

    private <R> List<R> results(String store, Query<R> query) {
        var answers = answers(store, query);
        answers.forEach((partition, answer) -> {
            if (answer.isFailure()) {
                answers.values().stream().filter(QueryResult::isSuccess).forEach(Queries::close);
                throw notReady(store, "partition " + partition + ": " + answer.getFailureMessage());
            }
        });
        List<R> results = new ArrayList<>();
        answers.values().forEach(answer -> results.add(answer.getResult()));
        return results;
    }

    private static void close(QueryResult<?> answer) {
        if (answer.getResult() instanceof KeyValueIterator<?, ?> entries) {
            entries.close();
        }
    }

    private <R> Map<Integer, QueryResult<R>> answers(String store, Query<R> query) {
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
