package org.tollwatch.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.SourceSum;

/**
 * Which reports were admitted, and where they lie on their topic. A report is found by its id in one store, which knows
 * its key in another, where reports stand in the order of publication; a third adds up what came from whom. Stores made by earlier versions know the
 * fingerprint alone: until they are complete, the index cannot be asked.
 */
final class ReportIndex {

    static final int FINGERPRINT_BYTES = 16;

    /** In place of a report's id, which is never empty: this partition's index lacks nothing. */
    static final String COMPLETE = "";

    private final KeyValueStore<String, byte[]> admitted;
    private final KeyValueStore<String, ReportHeader> headers;

    private final KeyValueStore<String, SourceSum> sources;

    ReportIndex(
            KeyValueStore<String, byte[]> admitted,
            KeyValueStore<String, ReportHeader> headers,
            KeyValueStore<String, SourceSum> sources) {
        this.admitted = admitted;
        this.headers = headers;
        this.sources = sources;
    }

    /** Of the admitted report with this id. */
    Optional<byte[]> fingerprint(String id) {
        return Optional.ofNullable(admitted.get(id)).map(value -> Arrays.copyOf(value, FINGERPRINT_BYTES));
    }

    /** @param offset where on its topic it lies */
    void enter(IncidentReport report, byte[] fingerprint, int partition, long offset) {
        String key = Keys.report(report.getConflict(), report.getPublishedAt(), report.getId());
        byte[] place = key.getBytes(StandardCharsets.UTF_8);
        headers.put(key, header(report, partition, offset));
        String source = Keys.source(report.getSource(), report.getLanguage());
        sources.put(source, SourceCoverage.of(report).plus(sources.get(source)));
        admitted.put(
                report.getId(),
                ByteBuffer.allocate(FINGERPRINT_BYTES + place.length)
                        .put(fingerprint)
                        .put(place)
                        .array());
    }

    /** Whether the report with this id and content was admitted, but not entered here. */
    boolean lacks(String id, byte[] fingerprint) {
        return Arrays.equals(admitted.get(id), fingerprint);
    }

    /** The key in the index, from what is kept of an admitted report. */
    static Optional<String> key(byte[] admitted) {
        int length = admitted.length - FINGERPRINT_BYTES;
        return length <= 0
                ? Optional.empty()
                : Optional.of(new String(admitted, FINGERPRINT_BYTES, length, StandardCharsets.UTF_8));
    }

    boolean complete() {
        return admitted.get(COMPLETE) != null;
    }

    void setComplete() {
        admitted.put(COMPLETE, new byte[] {1});
    }

    /** Whether nothing was ever admitted. */
    boolean isEmpty() {
        try (KeyValueIterator<String, byte[]> all = admitted.all()) {
            return !all.hasNext();
        }
    }

    private static ReportHeader header(IncidentReport report, int partition, long offset) {
        return ReportHeader.newBuilder()
                .setId(report.getId())
                .setSource(report.getSource())
                .setUrl(report.getUrl())
                .setLanguage(report.getLanguage())
                .setPublishedAt(report.getPublishedAt())
                .setTitle(report.getTitle())
                .setConflict(report.getConflict())
                .setClaims(report.getClaims().size())
                .setPartition(partition)
                .setOffset(offset)
                .build();
    }
}
