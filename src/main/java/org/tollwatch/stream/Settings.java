package org.tollwatch.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How the service runs.
 *
 * @param cluster where the brokers and the schema registry are
 * @param applicationId the consumer group, and the prefix of the internal topics; a replay needs one of its own
 * @param stateDirectory where the local stores are kept
 * @param partitions of topics that do not exist yet; 1 or more
 * @param threads that process records; 1 or more
 * @param replication copies of each topic; -1: three, or as many as there are brokers
 * @param reckonEvery the pause between two reckonings of the books that changed
 * @param server host and port where other instances can ask this one; empty: it is alone
 * @param held of how many claims the books are kept in memory, by all threads of this instance together; others are taken
 *     from the store again when they change. As many tallies of parties are kept where these are rolled up
 * @param topics that are read and written; a replay has its own
 */
public record Settings(
        Cluster cluster,
        String applicationId,
        Path stateDirectory,
        int partitions,
        int threads,
        int replication,
        Duration reckonEvery,
        Optional<HostInfo> server,
        int held,
        TopicNames topics) {

    /** 200,000 for each of two threads. */
    private static final int HELD = 400_000;

    /** The defaults: 4 partitions, 2 threads, up to 3 copies, reckoned every 20 ms, 400,000 claims held. */
    public static Settings of(Cluster cluster, Path stateDirectory) {
        return new Settings(
                cluster,
                "tollwatch",
                stateDirectory,
                4,
                2,
                -1,
                Duration.ofMillis(20),
                Optional.empty(),
                HELD,
                TopicNames.LIVE);
    }

    public Settings {
        if (partitions < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "partitions and threads are 1 or more, but " + partitions + " and " + threads);
        }
        if (reckonEvery.isNegative() || reckonEvery.isZero()) {
            throw new IllegalArgumentException("reckonEvery is longer than zero, but " + reckonEvery);
        }
        if (held < 1) {
            throw new IllegalArgumentException("held is 1 or more, but " + held);
        }
    }

    public Settings withPartitions(int count) {
        return new Settings(
                cluster, applicationId, stateDirectory, count, threads, replication, reckonEvery, server, held, topics);
    }

    public Settings withThreads(int count) {
        return new Settings(
                cluster,
                applicationId,
                stateDirectory,
                partitions,
                count,
                replication,
                reckonEvery,
                server,
                held,
                topics);
    }

    public Settings withApplicationId(String id) {
        return new Settings(
                cluster, id, stateDirectory, partitions, threads, replication, reckonEvery, server, held, topics);
    }

    public Settings withServer(HostInfo at) {
        return new Settings(
                cluster,
                applicationId,
                stateDirectory,
                partitions,
                threads,
                replication,
                reckonEvery,
                Optional.of(at),
                held,
                topics);
    }

    public Settings withHeld(int claims) {
        return new Settings(
                cluster,
                applicationId,
                stateDirectory,
                partitions,
                threads,
                replication,
                reckonEvery,
                server,
                claims,
                topics);
    }

    public Settings withReplication(int copies) {
        return new Settings(
                cluster, applicationId, stateDirectory, partitions, threads, copies, reckonEvery, server, held, topics);
    }

    public Settings withTopics(TopicNames names) {
        return new Settings(
                cluster,
                applicationId,
                stateDirectory,
                partitions,
                threads,
                replication,
                reckonEvery,
                server,
                held,
                names);
    }

    /** The share of one partition: an instance that is left alone works on all of them. */
    int heldByATask() {
        return Math.max(1, held / partitions);
    }
}
