package org.tollwatch.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Registry;

/**
 * A report as it is handed over in a file: when it came, its key, the report in Avro with this version's schema, and a check
 * sum of that, as not every way of packing notices damage.
 *
 * @param key null where the record had none
 */
record Handed(long arrivedAt, byte[] key, byte[] report) {

    static final Schema REPORT = IncidentReport.getClassSchema();

    static final Schema SCHEMA = SchemaBuilder.record("ArchivedReport")
            .namespace(IncidentReport.class.getPackageName())
            .doc("A record of the topic 'reports'.")
            .fields()
            .name("arrivedAt")
            .doc("When it came on the topic: the record's time.")
            .type(LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))
            .noDefault()
            .name("key")
            .type(Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.BYTES)))
            .withDefault(null)
            .name("check")
            .doc("CRC-32C of the report in Avro's binary encoding.")
            .type(Schema.create(Schema.Type.INT))
            .noDefault()
            .name("report")
            .type(REPORT)
            .noDefault()
            .endRecord();

    private static final int HEADER = 5;

    /** Which it is: two of the same are the same record. */
    record Digest(long high, long low) {}

    Digest digest() {
        MessageDigest sum = DigestUtils.getSha256Digest();
        sum.update(ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(arrivedAt)
                .put((byte) (key == null ? 0 : 1))
                .array());
        sum.update(key == null ? new byte[0] : key);
        ByteBuffer digest = ByteBuffer.wrap(sum.digest(report));
        return new Digest(digest.getLong(), digest.getLong());
    }

    /** The value on a topic, where the schema has this id. */
    byte[] value(int schemaId) {
        return ByteBuffer.allocate(HEADER + report.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(report)
                .array();
    }

    GenericRecord written() {
        GenericRecord record = new GenericData.Record(SCHEMA);
        record.put("arrivedAt", arrivedAt);
        record.put("key", key == null ? null : ByteBuffer.wrap(key));
        record.put("check", check(report));
        record.put("report", decoded(report, 0, REPORT, REPORT));
        return record;
    }

    /**
     * @param schema that the file was written with
     * @throws DamageException when it is not what was written
     */
    static Handed read(GenericRecord record, Schema schema) {
        Schema writer = schema.getField("report").schema();
        byte[] bytes = encoded((GenericRecord) record.get("report"), writer);
        if (check(bytes) != (Integer) record.get("check")) {
            throw new DamageException("the check sum of a report is not what it was");
        }
        ByteBuffer key = (ByteBuffer) record.get("key");
        return new Handed(
                (Long) record.get("arrivedAt"),
                key == null ? null : bytes(key),
                writer.equals(REPORT) ? bytes : encoded(decoded(bytes, 0, writer, REPORT), REPORT));
    }

    /** Records of the topic; for one thread. */
    static final class OfTopic {

        private final Registry registry;
        private final Map<Integer, Optional<Schema>> writers = new HashMap<>();

        OfTopic(Registry registry) {
            this.registry = registry;
        }

        /** Empty for what is no report. */
        Optional<Handed> of(ConsumerRecord<byte[], byte[]> record) {
            byte[] value = record.value();
            if (value == null || value.length <= HEADER || value[0] != 0) {
                return Optional.empty();
            }
            return writers.computeIfAbsent(ByteBuffer.wrap(value, 1, 4).getInt(), registry::writer)
                    .flatMap(writer -> of(record, writer));
        }

        private static Optional<Handed> of(ConsumerRecord<byte[], byte[]> record, Schema writer) {
            try {
                byte[] report = encoded(decoded(record.value(), HEADER, writer, REPORT), REPORT);
                return Optional.of(new Handed(record.timestamp(), record.key(), report));
            } catch (RuntimeException e) { // Avro meets foreign bytes with exceptions of any kind
                return Optional.empty();
            }
        }
    }

    private static GenericRecord decoded(byte[] bytes, int offset, Schema writer, Schema reader) {
        try {
            return new GenericDatumReader<GenericRecord>(writer, reader)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(GenericRecord record, Schema schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes all bytes", e);
        }
        return out.toByteArray();
    }

    private static int check(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
