package org.tollwatch.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * When the oldest report behind each change that is not told yet came on its topic. A tally carries it as a header, so that
 * who reads it knows how long the counting took. Kept in memory only: what a crash interrupts is counted, not measured.
 */
final class Arrivals {

    private static final String HEADER = "arrived";

    private final Map<String, Long> oldest = new HashMap<>();

    /** @param millis since 1970, when a report came that changes what is behind the key */
    void at(String key, long millis) {
        oldest.merge(key, millis, Math::min);
    }

    /** The same, from the headers of a tally that is rolled up; nothing where they have none. */
    void at(String key, Headers headers) {
        of(headers).ifPresent(arrived -> at(key, arrived.toEpochMilli()));
    }

    /** What goes out with the changes behind the key; nothing where it is not known. Then it is forgotten. */
    Headers take(String key) {
        RecordHeaders headers = new RecordHeaders();
        Long millis = oldest.remove(key);
        if (millis != null) {
            headers.add(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
        }
        return headers;
    }

    /** Empty where nobody wrote it, as for a tally made anew without a new report. */
    static Optional<Instant> of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value().length != Long.BYTES
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochMilli(ByteBuffer.wrap(header.value()).getLong()));
    }
}
