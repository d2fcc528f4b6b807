package org.tollwatch.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Registry;

/** Reads of a record on the topic of reports no more than which it is and when it was published. For one thread. */
final class Glimpse {

    private static final int HEADER = 5;

    private final Registry registry;
    private final Map<Integer, Optional<GenericDatumReader<GenericRecord>>> readers = new HashMap<>();
    private final Schema wanted = SchemaBuilder.record(IncidentReport.class.getSimpleName())
            .namespace(IncidentReport.class.getPackageName())
            .fields()
            .requiredString("id")
            .requiredLong("publishedAt")
            .optionalLong("revisedAt")
            .endRecord();
    private BinaryDecoder decoder;
    private GenericRecord record;

    /** Of one report; a later version of it was published when it was revised. */
    record Head(String id, Instant publishedAt) {}

    Glimpse(Registry registry) {
        this.registry = registry;
    }

    /**
     * Empty for what is no report.
     *
     * @throws org.tollwatch.stream.RegistryUnavailableException when its schema must be looked up, and cannot be
     */
    Optional<Head> of(byte[] bytes) {
        if (bytes == null || bytes.length <= HEADER || bytes[0] != 0) {
            return Optional.empty();
        }
        int writer = ByteBuffer.wrap(bytes, 1, 4).getInt();
        return readers.computeIfAbsent(
                        writer, id -> registry.writer(id).map(schema -> new GenericDatumReader<>(schema, wanted)))
                .flatMap(reader -> read(bytes, reader));
    }

    private Optional<Head> read(byte[] bytes, GenericDatumReader<GenericRecord> reader) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            record = reader.read(record, decoder);
            Object revised = record.get("revisedAt");
            long published = (Long) (revised == null ? record.get("publishedAt") : revised);
            return Optional.of(new Head(record.get("id").toString(), Instant.ofEpochMilli(published)));
        } catch (IOException | RuntimeException e) { // Avro meets foreign bytes with exceptions of any kind
            return Optional.empty();
        }
    }
}
