package org.tollwatch.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.tollwatch.stream.Topics;

/** Whether the topics are there, in how many parts and copies, and whether they keep what must be kept. */
record TopicCheck(Admin admin, int brokers) implements Check {

    static final long PATIENCE_SECONDS = 15;

    /** Of which nothing may ever expire. */
    private static final Set<String> FOR_EVER = Set.of(Topics.REPORTS, Topics.REPORTS_DLQ, Topics.ALERTS);

    private static final List<String> NAMES = List.of(
            Topics.REPORTS, Topics.TALLIES, Topics.REPORTS_DLQ, Topics.RETRIED, Topics.ALERTS, Topics.FEED_STATE);

    @Override
    public String what() {
        return "topics";
    }

    @Override
    public List<Finding> look() throws Exception {
        List<Finding> found = new ArrayList<>();
        Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (String name : NAMES) {
            if (there.contains(name)) {
                look(name, found);
            } else {
                found.add(Finding.warning(
                        "topic " + name,
                        "is not there",
                        "Start tollwatch up once: it makes the topics as they must be. If they were there before, find out"
                                + " who deleted them."));
            }
        }
        return found;
    }

    private void look(String name, List<Finding> found) throws Exception {
        TopicDescription topic = admin.describeTopics(List.of(name))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(name);
        int partitions = topic.partitions().size();
        int copies = topic.partitions().stream()
                .mapToInt(p -> p.replicas().size())
                .min()
                .orElse(0);
        String parts = partitions + (partitions == 1 ? " partition, " : " partitions, ") + copies
                + (copies == 1 ? " copy" : " copies") + " each";
        long lagging = topic.partitions().stream()
                .filter(p -> p.isr().size() < p.replicas().size())
                .count();
        if (lagging > 0) {
            found.add(Finding.warning(
                    "topic " + name,
                    parts + "; " + lagging + " partitions have copies that are behind or lost",
                    "Look at the brokers that hold them: until they are back, one more loss may lose reports."));
        } else if (copies < 2 && brokers > 1) {
            found.add(Finding.warning(
                    "topic " + name,
                    parts,
                    "One broker's disk holds all of it though there are " + brokers
                            + "; raise its replication with kafka-reassign-partitions."));
        } else {
            found.add(Finding.ok("topic " + name, parts));
        }
        kept(name, found);
    }

    private void kept(String name, List<Finding> found) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(resource);
        String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        String what = "history of " + name;
        if (!FOR_EVER.contains(name)) {
            found.add(
                    policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)
                            ? Finding.ok(what, "the newest of each key is kept")
                            : Finding.error(
                                    what,
                                    "its cleanup.policy is " + policy + ": what is old is deleted though it stands",
                                    set(name, "cleanup.policy=compact")));
            return;
        }
        long time = Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
        long bytes =
                Long.parseLong(config.get(TopicConfig.RETENTION_BYTES_CONFIG).value());
        long gone = gone(name);
        if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            found.add(Finding.error(
                    what,
                    "it is compacted: of each id only the newest record stays, and replays tell another past",
                    set(name, "cleanup.policy=delete,retention.ms=-1,retention.bytes=-1")));
        } else if (time >= 0 || bytes >= 0) {
            found.add(Finding.error(
                    what,
                    time >= 0
                            ? "what is dated more than " + days(time) + " back is deleted; an imported past at once"
                            : "beyond " + bytes + " bytes a partition the oldest is deleted",
                    set(name, "retention.ms=-1,retention.bytes=-1") + " What was deleted comes back only from a file of"
                            + " tollwatch archive export, or from its sources."));
        } else {
            found.add(Finding.ok(what, "kept for ever"));
        }
        if (gone > 0) {
            found.add(Finding.warning(
                    what,
                    gone + " records at its beginning are gone",
                    "If nobody removed them on purpose, import a file that has them: tollwatch archive import."));
        }
    }

    private long gone(String name) throws Exception {
        Set<TopicPartition> partitions = admin
                .describeTopics(List.of(name))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(name)
                .partitions()
                .stream()
                .map(p -> new TopicPartition(name, p.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> begin =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest()));
        return admin.listOffsets(begin).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    private static String days(long millis) {
        Duration time = Duration.ofMillis(millis);
        return time.toDays() > 0 ? time.toDays() + " days" : time.toSeconds() + " s";
    }

    private static String set(String name, String config) {
        return "kafka-configs --bootstrap-server ... --alter --entity-type topics --entity-name " + name
                + " --add-config " + config + ".";
    }
}
