package org.tollwatch.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tollwatch.stream.Cluster;

/** What is asked of the brokers, with a bounded patience. */
final class Broker implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Cluster addresses;
    private final Admin admin;

    Broker(Cluster cluster) {
        addresses = cluster;
        admin = Admin.create(cluster.with(Map.of()));
    }

    Set<String> topics() {
        return await("list the topics", admin.listTopics().names());
    }

    /** How many partitions the topic has; empty when there is none. */
    Optional<Integer> partitions(String topic) {
        return maybe(
                        "ask about the topic " + topic,
                        admin.describeTopics(List.of(topic)).allTopicNames())
                .map(found -> found.get(topic).partitions().size());
    }

    /** How long its records are kept at least, in milliseconds; -1: for ever. */
    long retention(String topic) {
        ConfigResource asked = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Long.parseLong(await(
                        "ask about the topic " + topic,
                        admin.describeConfigs(List.of(asked)).all())
                .get(asked)
                .get(TopicConfig.RETENTION_MS_CONFIG)
                .value());
    }

    /** Behind the last record that is committed, by partition. */
    Map<Integer, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
        for (int p = 0; p < partitions(topic).orElse(0); p++) {
            asked.put(new TopicPartition(topic, p), OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> found = await(
                "ask where the topic " + topic + " ends",
                admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        Map<Integer, Long> ends = new TreeMap<>();
        found.forEach((partition, info) -> ends.put(partition.partition(), info.offset()));
        return ends;
    }

    /** Makes the topics that are not there. */
    void create(List<NewTopic> topics) {
        Set<String> there = topics();
        List<NewTopic> missing =
                topics.stream().filter(topic -> !there.contains(topic.name())).toList();
        for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
            try {
                await("make a topic", made);
            } catch (ReplayException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another process may have been quicker
                    throw e;
                }
            }
        }
    }

    void delete(Collection<String> topics) {
        for (KafkaFuture<Void> gone :
                admin.deleteTopics(topics).topicNameValues().values()) {
            maybe("delete a topic", gone);
        }
    }

    /** Forgets a consumer group; says whether it is gone, which it is not while somebody is in it. */
    void deleteGroup(String group) {
        maybe(
                "forget the consumer group " + group,
                admin.deleteConsumerGroups(List.of(group)).all());
    }

    /** Whether somebody reads as this group now. */
    Set<String> busy(Collection<String> groups) {
        return groups.stream()
                .filter(group -> maybe(
                                "ask about the consumer group " + group,
                                admin.describeConsumerGroups(List.of(group)).all())
                        .map(found -> !found.get(group).members().isEmpty())
                        .orElse(false))
                .collect(Collectors.toSet());
    }

    /** Empty where there is no such thing. */
    private <T> Optional<T> maybe(String what, KafkaFuture<T> future) {
        try {
            return Optional.ofNullable(await(what, future));
        } catch (ReplayException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof UnknownTopicIdException
                    || e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ReplayException(told(what, e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new ReplayException(told(what, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("It was interrupted.", e);
        }
    }

    private String told(String what, Throwable cause) {
        return "Cannot " + what + " at " + addresses + " (" + cause
                + "). Check that the broker runs and that the address is right.";
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(5));
    }
}
