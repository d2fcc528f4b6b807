package org.tollwatch.dlq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tollwatch.stream.Topics;

/**
 * That a letter was sent again, and as what.
 *
 * @param letter its id, as text
 * @param sentAs topic-partition@offset: what comes of it may be told by that
 */
public record Mark(String letter, Instant at, String sentAs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    ProducerRecord<byte[], byte[]> record() {
        String value = JsonNodeFactory.instance
                .objectNode()
                .put("at", at.toString())
                .put("sentAs", sentAs)
                .toString();
        return new ProducerRecord<>(
                Topics.RETRIED, letter.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no mark. */
    static Optional<Mark> of(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            JsonNode value = JSON.readTree(new String(record.value(), StandardCharsets.UTF_8));
            return Optional.of(new Mark(
                    new String(record.key(), StandardCharsets.UTF_8),
                    Instant.parse(value.path("at").asText()),
                    value.path("sentAs").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
