package org.tollwatch.dlq;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tollwatch.stream.DeadLetter;
import org.tollwatch.stream.Reason;

/**
 * One rejected input.
 *
 * @param at when it was rejected; of a record on the topic of reports, when that came
 * @param headers all that it has, in their order
 * @param body the input's own bytes, or the first 1,000,000 of them
 */
public record Letter(LetterId id, Instant at, Map<String, String> headers, byte[] body) {

    public Letter {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new Letter(
                new LetterId(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                headers,
                record.value() == null ? new byte[0] : record.value());
    }

    /** Empty where somebody else wrote it. */
    public String reason() {
        return header(DeadLetter.REASON).orElse("");
    }

    public String origin() {
        return header(DeadLetter.ORIGIN).orElse("");
    }

    public String detail() {
        return header(DeadLetter.DETAIL).orElse("");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean is(Reason reason) {
        return reason().equals(reason.label());
    }

    /** How many bytes the input had; at least. */
    public long size() {
        String told = header(DeadLetter.SIZE).orElse("");
        return told.matches("\\d{1,18}") ? Long.parseLong(told) : body.length;
    }

    /** Whether the rest of the input is not here. */
    public boolean isCut() {
        return size() > body.length;
    }

    /** The input as text, if it is text. */
    public Optional<String> text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
