package org.tollwatch.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Topics;

/** Whether the times of the newest reports on their topic can be: they say when each came. */
record TimestampCheck(Admin admin, Cluster cluster, Clock clock) implements Check {

    private static final long NEWEST = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Override
    public String what() {
        return "times of reports";
    }

    @Override
    public List<Finding> look() throws Exception {
        List<Finding> found = new ArrayList<>();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.REPORTS);
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(resource);
        String type = config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
        found.add(
                type.equals("CreateTime")
                        ? Finding.ok(what(), "as their producers give them (CreateTime)")
                        : Finding.warning(
                                what(),
                                "the broker gives its own (" + type
                                        + "): an imported archive looks as if it came today",
                                "Set message.timestamp.type=CreateTime on the topic " + Topics.REPORTS + "."));
        found.add(newest());
        return found;
    }

    private Finding newest() {
        long ahead = 0;
        long none = 0;
        long looked = 0;
        for (ConsumerRecord<byte[], byte[]> record : read()) {
            looked++;
            none += record.timestamp() <= 0 ? 1 : 0;
            ahead += record.timestamp() > clock.millis() + TOLERANCE.toMillis() ? 1 : 0;
        }
        String what = "times of the newest " + looked;
        if (ahead > 0) {
            return Finding.warning(
                    what,
                    ahead + " lie more than 5 minutes in the future",
                    "Set the clocks of their producers, or this machine's; how late a report came is wrong for these.");
        }
        return none > 0
                ? Finding.warning(what, none + " have none", "Let their producers give records a time.")
                : Finding.ok(what, looked == 0 ? "there are no reports yet" : "none lies in the future");
    }

    private List<ConsumerRecord<byte[], byte[]>> read() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = Consumers.open(cluster, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPORTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long each = Math.max(1, NEWEST / partitions.size());
            partitions.forEach(p -> consumer.seek(p, Math.max(begins.get(p), ends.get(p) - each)));
            Duration waited = Duration.ZERO;
            while (waited.compareTo(PATIENCE) < 0
                    && partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(records::add);
                waited = waited.plus(POLL);
            }
        }
        return records;
    }
}
