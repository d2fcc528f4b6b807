package org.tollwatch.stream;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the topics of news were read: of each topic, by partition, the offset that is read next. The same at every
 * instance of one cluster.
 *
 * @param offsets by topic, in the order of the partitions
 */
public record Positions(Map<String, List<Long>> offsets) {

    private static final String TOPICS = ";";
    private static final String TOPIC = ":";
    private static final String PARTITIONS = ",";

    public Positions {
        offsets = new TreeMap<>(offsets);
        offsets.replaceAll((topic, next) -> List.copyOf(next));
    }

    /** @param next by topic, in the order of the partitions */
    static Positions of(Map<String, long[]> next) {
        Map<String, List<Long>> offsets = new TreeMap<>();
        next.forEach(
                (topic, each) -> offsets.put(topic, Arrays.stream(each).boxed().toList()));
        return new Positions(offsets);
    }

    /** Whether a reader at these positions has seen the record. */
    boolean isBehind(String topic, int partition, long offset) {
        return offset < offsets.get(topic).get(partition);
    }

    Map<TopicPartition, Long> byPartition() {
        Map<TopicPartition, Long> positions = new LinkedHashMap<>();
        offsets.forEach((topic, next) -> {
            for (int partition = 0; partition < next.size(); partition++) {
                positions.put(new TopicPartition(topic, partition), next.get(partition));
            }
        });
        return positions;
    }

    /** Of the same topics and partitions. */
    boolean fits(Positions other) {
        return offsets.keySet().equals(other.offsets.keySet())
                && offsets.entrySet().stream()
                        .allMatch(e -> e.getValue().size()
                                == other.offsets.get(e.getKey()).size());
    }

    /** How many records lie between, where these are behind others that fit; 0 where they are not. */
    public long behind(Positions others) {
        Map<TopicPartition, Long> ahead = others.byPartition();
        return byPartition().entrySet().stream()
                .mapToLong(e -> Math.max(0, ahead.get(e.getKey()) - e.getValue()))
                .sum();
    }

    /** {@code reports:12,7;tallies:340,291}. */
    public String text() {
        return offsets.entrySet().stream()
                .map(e -> e.getKey()
                        + TOPIC
                        + e.getValue().stream().map(String::valueOf).collect(Collectors.joining(PARTITIONS)))
                .collect(Collectors.joining(TOPICS));
    }

    /** Empty when it is no such text. */
    public static Optional<Positions> parse(String text) {
        Map<String, List<Long>> offsets = new TreeMap<>();
        try {
            for (String topic : text.strip().split(TOPICS)) {
                int end = topic.indexOf(TOPIC);
                List<Long> next = Arrays.stream(topic.substring(end + 1).split(PARTITIONS))
                        .map(Long::valueOf)
                        .toList();
                if (end < 0 || next.stream().anyMatch(offset -> offset < 0)) {
                    return Optional.empty();
                }
                offsets.put(topic.substring(0, end), next);
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(new Positions(offsets));
    }
}
