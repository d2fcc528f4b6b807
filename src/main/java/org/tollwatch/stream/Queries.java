package org.tollwatch.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Asks a store, all of its partitions or none: those that are here from here, others from the instances that have them. */
public final class Queries implements AutoCloseable {

    /** Why an instance that is cut off does not answer. */
    public static final String CUT_OFF =
            "this instance has not reached the brokers for some seconds, and others may know more";

    private final KafkaStreams streams;
    private final Optional<HostInfo> server;
    private final StoreLayout layout;
    private final Peers peers;
    private final Optional<Pulse> pulse;

    /**
     * @param server where others ask this instance; empty: it is alone
     * @param layout of the stores that are asked
     */
    public Queries(KafkaStreams streams, Optional<HostInfo> server, StoreLayout layout, Peers peers) {
        this.streams = streams;
        this.server = server;
        this.layout = layout;
        this.peers = peers;
        this.pulse = server.map(at -> Pulse.of(streams));
    }

    /**
     * Everything in the store that belongs to the conflict.
     *
     * @throws StoresNotReadyException when a partition cannot answer
     */
    <V> List<V> ofConflict(String store, String conflict) {
        return all(store, Range.of(conflict));
    }

    /**
     * Everything in the store from one key to another, inclusive, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer
     */
    <V> List<V> between(String store, String from, String to) {
        return all(store, Range.all(from, to));
    }

    /**
     * Everything in the range, by partition.
     *
     * @throws StoresNotReadyException when a partition cannot answer
     */
    <V> List<V> all(String store, Range range) {
        return this.<V>byPartition(store, range).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What lies in the range, by partition; of every partition something, if only an empty list.
     *
     * @throws StoresNotReadyException when a partition cannot answer
     */
    <V> Map<Integer, List<V>> byPartition(String store, Range range) {
        return inPartitions(store, range, partitions(store));
    }

    /** All that the store has, here or elsewhere. */
    Set<Integer> partitions(String store) {
        return IntStream.range(0, layout.partitionsOf(store)).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the partition is here, and active. */
    boolean isHere(String store, int partition) {
        return read(store, Range.all("", ""), partition, entries -> true).isPresent();
    }

    /**
     * What lies in a range that belongs to one key of the topic which the store is parted by: asks that partition alone.
     *
     * @throws StoresNotReadyException when it cannot answer
     */
    <V> List<V> together(String store, Range range, String key) {
        int partition = TallyTopology.partitionOf(key, layout.partitionsOf(store));
        return this.<V>inPartitions(store, range, Set.of(partition)).get(partition);
    }

    /**
     * What lies in the range, in these partitions: for what is known to lie there.
     *
     * @throws StoresNotReadyException when one of them cannot answer
     */
    public <V> Map<Integer, List<V>> inPartitions(String store, Range range, Set<Integer> partitions) {
        Set<Integer> missing = new TreeSet<>(partitions);
        Map<Integer, List<V>> found = here(store, range, missing);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(elsewhere(store, range, missing));
        }
        return found;
    }

    /** What this instance has of these partitions, for another instance; without those that are not here. */
    public byte[] written(String store, Range range, Set<Integer> partitions) {
        return Part.write(part(store, range, partitions));
    }

    /** What of the store is here and active, whatever others have. */
    public <V> List<V> ofThisInstance(String store, Range range) {
        return this.<V>here(store, range, partitions(store)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private Map<Integer, List<byte[]>> part(String store, Range range, Set<Integer> partitions) {
        Serde<Object> serde = layout.serdeOf(store);
        Map<Integer, List<byte[]>> part = new HashMap<>();
        here(store, range, partitions)
                .forEach((partition, values) -> part.put(
                        partition,
                        values.stream()
                                .map(v -> serde.serializer().serialize(store, v))
                                .toList()));
        return part;
    }

    private <V> Map<Integer, List<V>> here(String store, Range range, Set<Integer> partitions) {
        Map<Integer, List<V>> found = new HashMap<>();
        for (int partition : partitions) {
            this.<V>here(store, range, partition).ifPresent(values -> found.put(partition, values));
        }
        if (isCutOff()) {
            throw notReady(store, CUT_OFF);
        }
        return found;
    }

    /** Whether others may have taken over what is here, without this instance knowing. An instance alone has no others. */
    public boolean isCutOff() {
        return pulse.isPresent() && !pulse.get().isFelt();
    }

    @Override
    public void close() {
        pulse.ifPresent(Pulse::close);
    }

    /** What of the partition lies in the range; empty when it is not here, or not active. */
    <V> Optional<List<V>> here(String store, Range range, int partition) {
        return range.kind().isEmpty()
                ? this.<V, List<V>>read(store, range, partition, entries -> values(entries, range))
                : ofKind(store, range, partition);
    }

    /** Looks at the first key of each scope, and then at those of the kind: most windows are days. */
    private <V> Optional<List<V>> ofKind(String store, Range range, int partition) {
        List<V> found = new ArrayList<>();
        for (String from = range.from(); ; ) {
            Optional<Optional<String>> scope = this.<V, Optional<String>>read(
                    store, Range.all(from, range.to()), partition, Queries::scopeOfFirst);
            if (scope.isEmpty() || scope.get().isEmpty()) {
                return scope.map(none -> found);
            }
            Range windows = Range.of(scope.get().get() + Keys.SEPARATOR + range.kind());
            Optional<List<V>> ofKind =
                    this.<V, List<V>>read(store, windows, partition, entries -> values(entries, windows));
            if (ofKind.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(ofKind.get());
            from = Keys.after(scope.get().get());
        }
    }

    private static Optional<String> scopeOfFirst(KeyValueIterator<String, ?> entries) {
        return entries.hasNext() ? Optional.of(Keys.scopeOf(entries.peekNextKey())) : Optional.empty();
    }

    private <V, T> Optional<T> read(
            String store, Range range, int partition, Function<KeyValueIterator<String, V>, T> read) {
        try {
            return new PartitionReader(streams)
                    .read(store, partition, range.from(), range.to(), range.last() > 0, read);
        } catch (StreamsException | IllegalStateException e) {
            throw notReady(store, StreamException.rootOf(e));
        }
    }

    private static <V> List<V> values(KeyValueIterator<String, V> entries, Range range) {
        int most = range.last() == 0 ? Integer.MAX_VALUE : range.last();
        List<V> values = new ArrayList<>();
        while (values.size() < most && entries.hasNext()) {
            values.add(entries.next().value);
        }
        return values;
    }

    private <V> Map<Integer, List<V>> elsewhere(String store, Range range, Set<Integer> missing) {
        Map<Integer, List<V>> found = new HashMap<>();
        owners(store, missing).forEach((host, partitions) -> {
            byte[] part = peers.ask(host, store, range, partitions);
            found.putAll(decode(store, part));
        });
        if (!found.keySet().containsAll(missing)) {
            missing.removeAll(found.keySet());
            throw notReady(store, "nobody answers for partitions " + missing);
        }
        return found;
    }

    /** By instance, those of the partitions that it works on. */
    private Map<HostInfo, Set<Integer>> owners(String store, Set<Integer> missing) {
        String topic = layout.topicOf(store);
        Map<HostInfo, Set<Integer>> owners = new HashMap<>();
        for (StreamsMetadata instance : instances(store)) {
            for (TopicPartition owned : instance.topicPartitions()) {
                if (owned.topic().equals(topic) && missing.contains(owned.partition())) {
                    owners.computeIfAbsent(instance.hostInfo(), h -> new TreeSet<>())
                            .add(owned.partition());
                }
            }
        }
        server.ifPresent(owners::remove); // what is ours and did not answer is on its way
        return owners;
    }

    private Collection<StreamsMetadata> instances(String store) {
        try {
            return streams.streamsMetadataForStore(store);
        } catch (StreamsException | IllegalStateException e) {
            throw notReady(store, StreamException.rootOf(e));
        }
    }

    @SuppressWarnings("unchecked") // a store holds what its serde reads
    private <V> Map<Integer, List<V>> decode(String store, byte[] part) {
        Serde<Object> serde = layout.serdeOf(store);
        Map<Integer, List<V>> decoded = new HashMap<>();
        try {
            Part.read(part)
                    .forEach((partition, values) -> decoded.put(
                            partition,
                            values.stream()
                                    .map(v -> (V) serde.deserializer().deserialize(store, v))
                                    .toList()));
        } catch (IOException e) {
            throw notReady(store, "another instance's answer is no answer: " + e.getMessage());
        }
        return decoded;
    }

    private static StoresNotReadyException notReady(String store, String why) {
        return new StoresNotReadyException("The store '" + store + "' cannot answer now (" + why
                + "). It may be starting or moving to another instance: ask again.");
    }
}
