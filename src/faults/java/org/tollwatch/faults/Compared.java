package org.tollwatch.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Topics;

/**
 * What came of it, beside what came of the undisturbed run.
 *
 * @param lost claims that are missing
 * @param doubled claims that are there twice, or were never made
 * @param different tallies that are others, in an instance's answers or on the topic
 */
record Compared(int lost, int doubled, int different) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int PAGE = 1_000;
    private static final String CLAIMS = "/api/v1/claims?conflict=nagorno-karabakh";
    private static final String TALLIES = "/api/v1/tallies?conflict=nagorno-karabakh&window=day,week,month,episode";

    /** One who answers. */
    @FunctionalInterface
    interface Source {
        /** Empty when it cannot tell now. */
        Optional<String> get(String path) throws Exception;
    }

    boolean isEqual() {
        return lost == 0 && doubled == 0 && different == 0;
    }

    Compared plus(Compared other) {
        return new Compared(lost + other.lost, doubled + other.doubled, different + other.different);
    }

    /** Empty when it cannot be told now. */
    static Optional<Compared> of(Source disturbed, String brokers, Calm calm) throws Exception {
        Optional<Map<String, Integer>> claims = ids(disturbed);
        Optional<TreeSet<String>> tallies = tallies(disturbed);
        if (claims.isEmpty() || tallies.isEmpty()) {
            return Optional.empty();
        }
        Source right = path -> Optional.of(calm.get(path));
        Map<String, Integer> known = ids(right).orElseThrow();
        int lost = (int) known.keySet().stream()
                .filter(id -> !claims.get().containsKey(id))
                .count();
        int doubled = claims.get().entrySet().stream()
                .mapToInt(claim -> claim.getValue() - known.getOrDefault(claim.getKey(), 0))
                .filter(more -> more > 0)
                .sum();
        int different = differences(tallies.get(), tallies(right).orElseThrow())
                + differences(onTopic(brokers), onTopic(calm.brokers()));
        return Optional.of(new Compared(lost, doubled, different));
    }

    private static int differences(TreeSet<String> these, TreeSet<String> those) {
        TreeSet<String> only = new TreeSet<>(these);
        only.removeAll(those);
        TreeSet<String> missing = new TreeSet<>(those);
        missing.removeAll(these);
        return Math.max(only.size(), missing.size());
    }

    private static Optional<Map<String, Integer>> ids(Source source) throws Exception {
        Map<String, Integer> ids = new HashMap<>();
        boolean told = each(source, CLAIMS, claim -> ids.merge(claim.path("id").asText(), 1, Integer::sum));
        return told ? Optional.of(ids) : Optional.empty();
    }

    private static Optional<TreeSet<String>> tallies(Source source) throws Exception {
        TreeSet<String> tallies = new TreeSet<>();
        boolean told = each(source, TALLIES, tally -> tallies.add(tally.toString()));
        return told ? Optional.of(tallies) : Optional.empty();
    }

    private static boolean each(Source source, String path, java.util.function.Consumer<JsonNode> item)
            throws Exception {
        for (int offset = 0; offset >= 0; ) {
            Optional<String> page = source.get(path + "&limit=" + PAGE + "&offset=" + offset);
            if (page.isEmpty()) {
                return false;
            }
            JsonNode read = MAPPER.readTree(page.get());
            read.path("items").forEach(item);
            offset = read.path("next").asInt(-1);
        }
        return true;
    }

    /** The newest record of each key, as whoever reads only what is committed finds it; without the schema's id. */
    private static TreeSet<String> onTopic(String brokers) {
        TreeMap<String, String> newest = new TreeMap<>();
        try (var consumer = Consumers.open(Cluster.of(brokers, ""), Map.of())) {
            var partitions = consumer.partitionsFor(Topics.TALLIES).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                if (System.nanoTime() - until > 0) {
                    throw new IllegalStateException("the topic of tallies cannot be read to its end");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    take(record, newest);
                }
            }
        }
        TreeSet<String> all = new TreeSet<>();
        newest.forEach((key, value) -> all.add(key + " " + value));
        return all;
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, String> newest) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            newest.remove(key);
        } else if (!key.startsWith(Faults.POISON)) {
            byte[] tally =
                    Arrays.copyOfRange(record.value(), Math.min(5, record.value().length), record.value().length);
            newest.put(key, new String(tally, StandardCharsets.ISO_8859_1));
        }
    }

    /** An instance as a source. */
    static Source of(Instance instance) {
        return path ->
                instance.get(path).filter(answer -> answer.statusCode() == 200).map(HttpResponse::body);
    }
}
