package org.tollwatch.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** The replays of a cluster: which there are, how they differ, and how they are removed. */
public final class Replays implements AutoCloseable {

    private final Cluster cluster;
    private final Broker broker;
    private final ReplayBook book;

    public Replays(Cluster cluster) {
        this.cluster = cluster;
        broker = new Broker(cluster);
        book = new ReplayBook(cluster, broker);
    }

    /** One of them, and whether a process counts for it now. */
    public record Listed(ReplayState state, boolean running) {}

    /** All, by name. */
    public List<Listed> all() {
        Map<String, ReplayState> all = book.all();
        Set<String> busy = broker.busy(all.values().stream()
                .map(state -> state.plan().name().applicationId())
                .toList());
        return all.values().stream()
                .map(state ->
                        new Listed(state, busy.contains(state.plan().name().applicationId())))
                .toList();
    }

    /**
     * How two of them differ; {@link ReplayName#LIVE} is the counting itself.
     *
     * @throws ReplayException when there is no such replay
     */
    public TallyDifference.All difference(String a, String b) {
        try (Registry registry = cluster.registry()) {
            AvroSerde<TallyRecord> serde = AvroSerde.register(registry, Topics.TALLIES + "-value", TallyRecord.class);
            return TallyDifference.between(tallies(a, serde), tallies(b, serde));
        }
    }

    /** How far it is; empty for the live counting, which is not over. */
    public Optional<ReplayState> state(String name) {
        return name.equals(ReplayName.LIVE) ? Optional.empty() : Optional.of(known(new ReplayName(name)));
    }

    private Map<String, TallyRecord> tallies(String name, AvroSerde<TallyRecord> serde) {
        String topic = name.equals(ReplayName.LIVE)
                ? Topics.TALLIES
                : known(new ReplayName(name)).plan().name().topics().tallies();
        return Tallied.on(topic, cluster, broker, serde);
    }

    private ReplayState known(ReplayName name) {
        Map<String, ReplayState> all = book.all();
        return Optional.ofNullable(all.get(name.text()))
                .orElseThrow(() -> new ReplayException("There is no replay '" + name.text() + "'. "
                        + (all.isEmpty() ? "There are none." : "There are: " + String.join(", ", all.keySet()))));
    }

    /**
     * Removes a replay's topics, its consumer group and its directory of state.
     *
     * @param state where the directories of state are
     * @return the topics that were removed
     * @throws ReplayException when there is nothing of that name, or a process counts for it now
     */
    public List<String> remove(ReplayName name, Path state) {
        List<String> topics =
                broker.topics().stream().filter(name::owns).sorted().toList();
        if (topics.isEmpty()) {
            known(name); // says which there are
        }
        if (!broker.busy(List.of(name.applicationId())).isEmpty()) {
            throw new ReplayException("The replay '" + name.text()
                    + "' is running; stop it first. After a crash its end is noticed within 6 seconds.");
        }
        broker.delete(topics);
        broker.deleteGroup(name.applicationId());
        delete(state.resolve(name.applicationId()));
        if (broker.topics().contains(ReplayBook.TOPIC)) {
            book.forget(name);
        }
        return topics;
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new ReplayException(
                    "The directory " + directory + " could not be deleted (" + e.getMessage() + "); delete it by hand.",
                    e);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
