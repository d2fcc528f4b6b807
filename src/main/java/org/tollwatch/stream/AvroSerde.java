package org.tollwatch.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.tollwatch.report.IncidentReport;

/**
 * Records in Confluent's wire format: 0x00, the schema's id in four bytes, Avro binary. Read with the schema they were
 * written with. One object may serve all threads.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private static final byte MAGIC = 0;
    private static final int HEADER = 5;

    static {
        trustOwnRecords();
    }

    private final Registry registry;
    private final Class<T> type;
    private final Schema schema;
    private final int id;
    /** Avro's readers and buffers are for one thread, and Kafka Streams shares a serde among all of its threads. */
    private final ThreadLocal<Codec<T>> codecs = ThreadLocal.withInitial(Codec::new);

    private AvroSerde(Registry registry, Class<T> type, Schema schema, int id) {
        this.registry = registry;
        this.type = type;
        this.schema = schema;
        this.id = id;
    }

    /**
     * Registers the record's schema under the subject, once, here.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws StreamException when it refuses the schema
     */
    public static <T extends SpecificRecord> AvroSerde<T> register(Registry registry, String subject, Class<T> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return new AvroSerde<>(registry, type, schema, registry.register(subject, schema));
    }

    /** Avro refuses to make objects of classes it was not told to trust. */
    public static void trustOwnRecords() {
        String own = IncidentReport.class.getPackageName() + ".";
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, c -> c.getName().startsWith(own)));
    }

    /** @throws RegistryUnavailableException when the schema must be looked up and the registry does not answer */
    public Decoded<T> decode(byte[] bytes) {
        if (bytes == null || bytes.length <= HEADER || bytes[0] != MAGIC) {
            return new Decoded.Unreadable<>(
                    Reason.UNDECODABLE,
                    "not in the registry's wire format (0x00, four bytes of schema id, Avro); write it with a"
                            + " Confluent-compatible Avro serializer");
        }
        int writerId = ByteBuffer.wrap(bytes, 1, 4).getInt();
        Codec<T> codec = codecs.get();
        SpecificDatumReader<T> reader = codec.readers.get(writerId);
        if (reader == null) {
            Optional<Schema> writer = registry.writer(writerId);
            if (writer.isEmpty()) {
                return new Decoded.Unreadable<>(
                        Reason.UNKNOWN_SCHEMA,
                        "the registry does not know schema id " + writerId + "; write it with this registry's ids");
            }
            reader = new SpecificDatumReader<>(writer.get(), schema, SpecificData.getForClass(type));
            codec.readers.put(writerId, reader);
        }
        return decode(bytes, writerId, codec, reader);
    }

    private Decoded<T> decode(byte[] bytes, int writerId, Codec<T> codec, SpecificDatumReader<T> reader) {
        try {
            codec.decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, codec.decoder);
            T value = type.cast(reader.read(null, codec.decoder));
            return codec.decoder.isEnd()
                    ? new Decoded.Value<>(value)
                    : new Decoded.Unreadable<>(Reason.UNDECODABLE, "more bytes follow the record");
        } catch (IOException | RuntimeException e) { // Avro meets foreign bytes with exceptions of any kind
            return new Decoded.Unreadable<>(
                    Reason.UNDECODABLE,
                    "not a " + schema.getName() + " written with schema id " + writerId + " ("
                            + StreamException.rootOf(e) + ")");
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : require(topic, bytes);
    }

    private byte[] encode(T value) {
        Codec<T> codec = codecs.get();
        codec.out.reset();
        codec.out.write(MAGIC);
        codec.out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        codec.encoder = EncoderFactory.get().directBinaryEncoder(codec.out, codec.encoder);
        try {
            if (codec.writer == null) {
                codec.writer = new SpecificDatumWriter<>(schema);
            }
            codec.writer.write(value, codec.encoder);
            codec.encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes all bytes", e);
        }
        return codec.out.toByteArray();
    }

    private T require(String topic, byte[] bytes) {
        Decoded<T> decoded = decode(bytes);
        if (decoded instanceof Decoded.Value<T> read) {
            return read.value();
        }
        Decoded.Unreadable<T> unread = (Decoded.Unreadable<T>) decoded;
        throw new SerializationException("In topic " + topic + ": " + unread.detail());
    }

    /** One thread's readers and buffers. */
    private static final class Codec<T> {
        private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        private BinaryDecoder decoder;
        private BinaryEncoder encoder;
        private SpecificDatumWriter<T> writer;
    }
}
