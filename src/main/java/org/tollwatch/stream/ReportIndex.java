package org.tollwatch.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final int FINGERPRINT_BYTES = Fingerprint.BYTES;

    /** A page that is changed more often than this loses its oldest versions from the index, not from the topic. */
    private static final int MOST_VERSIONS = 100;

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

    /** What is known of the admitted report with this id. */
    Optional<ReportHeader> header(String id) {
        return Optional.ofNullable(admitted.get(id)).flatMap(ReportIndex::key).map(headers::get);
    }

    /**
     * Also in place of an earlier version.
     *
     * @param offset where on its topic it lies
     */
    void enter(IncidentReport report, byte[] fingerprint, int partition, long offset) {
        Optional<ReportHeader> before = header(report.getId());
        before.ifPresent(this::remove);
        String key = Keys.report(report.getConflict(), report.getPublishedAt(), report.getId());
        byte[] place = key.getBytes(StandardCharsets.UTF_8);
        headers.put(key, header(report, partition, offset, before));
        String source = Keys.source(report.getSource(), report.getLanguage());
        SourceCoverage of = SourceCoverage.of(report);
        sources.put(source, (before.isPresent() ? of.again() : of).plus(sources.get(source)));
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

    private void remove(ReportHeader header) {
        headers.delete(Keys.report(header.getConflict(), header.getPublishedAt(), header.getId()));
    }

    private static List<Long> earlier(ReportHeader before) {
        return Stream.concat(before.getEarlier().stream(), Stream.of(before.getOffset()))
                .skip(Math.max(0, before.getEarlier().size() + 1 - MOST_VERSIONS))
                .toList();
    }

    private static ReportHeader header(
            IncidentReport report, int partition, long offset, Optional<ReportHeader> before) {
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
                .setRevision(report.getRevision())
                .setEarlier(before.map(ReportIndex::earlier).orElse(List.of()))
                .build();
    }
}
