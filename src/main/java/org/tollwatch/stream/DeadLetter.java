package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A rejected input as it lies in {@link Topics#REPORTS_DLQ}: its own bytes, and the rejection in the headers. */
public final class DeadLetter {

    public static final String REASON = "reason";
    public static final String ORIGIN = "origin";
    public static final String DETAIL = "detail";

    /** More of an input than this says nothing more about what is wrong with it. */
    static final int LARGEST_BODY = 64 << 10;

    private static final int LONGEST_DETAIL = 2_000;

    private DeadLetter() {}

    /**
     * For producers outside the topology.
     *
     * @param key the input's id in bytes, or an empty array
     * @param original the input as it came; the first 64 KiB are kept
     */
    public static ProducerRecord<byte[], byte[]> of(Rejection rejection, byte[] key, byte[] original) {
        return new ProducerRecord<>(Topics.REPORTS_DLQ, null, key, body(original), headers(rejection));
    }

    static Headers headers(Rejection rejection) {
        String detail = rejection.detail();
        return new RecordHeaders()
                .add(REASON, bytes(rejection.reason().label()))
                .add(ORIGIN, bytes(rejection.origin()))
                .add(DETAIL, bytes(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
    }

    static byte[] body(byte[] original) {
        return original.length <= LARGEST_BODY ? original : Arrays.copyOf(original, LARGEST_BODY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
