package org.tollwatch.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.stream.Cluster;

/**
 * How far this machine's clock is from a broker's. A broker does not tell the time; it writes it on a record of a topic that is
 * made for that and deleted again.
 */
record SkewCheck(Admin admin, Cluster cluster, Clock clock) implements Check {

    private static final Duration SMALL = Duration.ofSeconds(5);

    /** A broker refuses what is dated further ahead. */
    private static final Duration LARGE = Duration.ofHours(1);

    @Override
    public String what() {
        return "clocks";
    }

    @Override
    public List<Finding> look() throws Exception {
        String topic = "tollwatch-doctor-" + UUID.randomUUID();
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())
                        .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"))))
                .all()
                .get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.with(Map.of("max.block.ms", 10_000)), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topic); // so that the connection is not counted
            long before = clock.millis();
            RecordMetadata at = producer.send(new ProducerRecord<>(topic, new byte[0]))
                    .get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS);
            return List.of(judge(before, at.timestamp(), clock.millis()));
        } finally {
            admin.deleteTopics(List.of(topic)).all().get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Finding judge(long before, long theirs, long after) {
        long apart = theirs < before ? before - theirs : Math.max(0, theirs - after);
        String detail = "the broker's and this machine's are "
                + (apart == 0 ? "alike" : String.format(java.util.Locale.ROOT, "%.1f s apart", apart / 1000.0));
        String todo = "Let both follow a time server (timedatectl set-ntp true).";
        if (apart > LARGE.toMillis()) {
            return Finding.error(what(), detail + ": what comes from here may be refused as from the future", todo);
        }
        return apart > SMALL.toMillis() ? Finding.warning(what(), detail, todo) : Finding.ok(what(), detail);
    }
}
