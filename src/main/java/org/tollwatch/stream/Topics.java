package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that others may read and write, and how they are kept. */
public final class Topics {

    /** Incident reports, keyed by report id. Kept for ever: the archive that replays read. */
    public static final String REPORTS = "reports";

    /** The newest tally of each scope and window; a tombstone when there is none any more. */
    public static final String TALLIES = "tallies";

    /** What is told of alerts, keyed by alert id. Kept for ever. */
    public static final String ALERTS = "alerts";

    /** What was rejected, with the reason. */
    public static final String REPORTS_DLQ = "reports-dlq";

    /** Which dead letters were sent again, and as what: the newest of each. */
    public static final String RETRIED = "reports-dlq-retried";

    /** Where each feed stands, and what is known of its items: one partition, the newest of each. */
    public static final String FEED_STATE = "feed-state";

    /** The largest record on {@link #REPORTS}, in bytes: a report carries its whole text. */
    public static final int LARGEST_REPORT = 8 << 20;

    private static final long PATIENCE_SECONDS = 30;
    private static final String FOR_EVER = "-1";

    private Topics() {}

    /** How the topics are made: few settings, each one because a default would lose something. */
    static List<NewTopic> all(Settings settings) {
        TopicNames names = settings.topics();
        int partitions = settings.partitions();
        int replication = settings.replication();
        // An old event time plus a retention is a record the broker deletes at once; a date far ahead is one it
        // refuses.
        Map<String, String> kept = Map.of(
                TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER,
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        Map<String, String> large = new HashMap<>(kept);
        large.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_REPORT));
        List<NewTopic> topics = new ArrayList<>(List.of(
                topic(names.reports(), partitions, replication, large),
                topic(names.deadLetters(), 1, replication, kept),
                topic(
                        names.tallies(),
                        partitions,
                        replication,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))));
        if (names.isLive()) { // no feeds bring anything to others, and nobody is told of them
            topics.add(topic(ALERTS, 1, replication, kept));
            topics.add(topic(
                    RETRIED,
                    1,
                    replication,
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
            topics.add(topic(
                    FEED_STATE,
                    1,
                    replication,
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            // What is still written to is not compacted: a smaller part stays so.
                            TopicConfig.SEGMENT_BYTES_CONFIG,
                            Integer.toString(16 << 20))));
        }
        return topics;
    }

    /**
     * Makes the topics that are not there; those that are stay as they are.
     *
     * @return the settings with as many partitions as the application began with, as its stores are parted by them, and with
     *     as many copies as the brokers can hold
     * @throws StreamException when the broker cannot be reached or refuses
     */
    public static Settings create(Admin admin, Settings asked) {
        Settings settings = Copies.settle(admin, asked);
        String parted = settings.applicationId() + "-" + TallyTopology.CLAIMS + "-repartition";
        try {
            Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = all(settings).stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            for (var made : admin.createTopics(missing).values().values()) {
                awaitMade(made);
            }
            return there.contains(parted) ? settings.withPartitions(partitions(admin, parted)) : settings;
        } catch (ExecutionException | TimeoutException e) {
            throw new StreamException(
                    "Cannot make the topics at " + settings.cluster() + " (" + StreamException.rootOf(e)
                            + "). Check that the broker runs, that the address is right, and that topics may be created.",
                    e);
        } catch (InterruptedException e) {
            throw StreamException.interrupted(e);
        }
    }

    /**
     * How many partitions a topic has.
     *
     * @throws StreamException when the broker does not say
     */
    public static int partitionsOf(Admin admin, String topic) {
        try {
            return partitions(admin, topic);
        } catch (ExecutionException | TimeoutException e) {
            throw new StreamException(
                    "Cannot ask how many partitions the topic " + topic + " has (" + StreamException.rootOf(e) + ").",
                    e);
        } catch (InterruptedException e) {
            throw StreamException.interrupted(e);
        }
    }

    private static int partitions(Admin admin, String topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(topic)
                .partitions()
                .size();
    }

    private static void awaitMade(org.apache.kafka.common.KafkaFuture<Void> made)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another instance that starts at the same time may have been quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static NewTopic topic(String name, int partitions, int replication, Map<String, String> config) {
        Map<String, String> safe = new HashMap<>(config);
        safe.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Copies.needed(replication)));
        return new NewTopic(name, partitions, (short) replication).configs(safe);
    }
}
