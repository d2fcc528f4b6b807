package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A rejected input as it lies in {@link Topics#REPORTS_DLQ}: its own bytes, and the rejection in the headers. */
public final class DeadLetter {

    public static final String REASON = "reason";
    public static final String ORIGIN = "origin";
    public static final String DETAIL = "detail";

    /** How many bytes the input has; only where not all of them are kept. */
    public static final String SIZE = "size";

    /** The feed that brought it. */
    public static final String FEED = "feed";

    /** The only conflict that its feed is read under. */
    public static final String CONFLICT = "conflict";

    /** The language that its feed is in. */
    public static final String LANGUAGE = "language";

    /** The language that it is tagged with, which is often wrong. */
    public static final String TAG = "tag";

    /** Which version of an article it is, when that was published, and when the first was found. */
    public static final String REVISION = "revision";

    public static final String REVISED_AT = "revised-at";
    public static final String FIRST_SEEN_AT = "first-seen-at";

    /** As much as fits into a record of a topic with a broker's default settings. */
    public static final int LARGEST_BODY = 1_000_000;

    private static final int LONGEST_DETAIL = 2_000;

    private DeadLetter() {}

    /**
     * For producers outside the topology.
     *
     * @param key the input's id in bytes, or an empty array
     * @param original the input as it came; the first 1,000,000 bytes are kept
     */
    public static ProducerRecord<byte[], byte[]> of(Rejection rejection, byte[] key, byte[] original) {
        return of(rejection, key, original, Map.of());
    }

    /** @param besides what must be known to read it again, by header */
    public static ProducerRecord<byte[], byte[]> of(
            Rejection rejection, byte[] key, byte[] original, Map<String, String> besides) {
        Headers headers = headers(rejection, original.length);
        besides.forEach((name, value) -> headers.add(name, bytes(value)));
        return new ProducerRecord<>(Topics.REPORTS_DLQ, null, key, body(original), headers);
    }

    static Headers headers(Rejection rejection, int size) {
        String detail = rejection.detail();
        Headers headers = new RecordHeaders()
                .add(REASON, bytes(rejection.reason().label()))
                .add(ORIGIN, bytes(rejection.origin()))
                .add(DETAIL, bytes(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
        return size > LARGEST_BODY ? headers.add(SIZE, bytes(Integer.toString(size))) : headers;
    }

    static byte[] body(byte[] original) {
        return original.length <= LARGEST_BODY ? original : Arrays.copyOf(original, LARGEST_BODY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
