package org.tollwatch.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Side;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** Reports, so many a second, while it is on. A month of its own for each trial keeps the answers of one size. */
final class Load implements AutoCloseable {

    static final List<String> PARTIES = List.of("armenia", "artsakh", "azerbaijan");
    static final List<Measure> MEASURES = List.of(Measure.KILLED, Measure.WOUNDED, Measure.MISSING);
    static final int LANES = 36;
    private static final int DAYS = 28;
    private static final String CONFLICT = "nagorno-karabakh";
    private static final LocalDate WAR = LocalDate.of(2020, 10, 1);
    private static final Instant PUBLISHED = Instant.parse("2021-01-01T00:00:00Z");
    private static final int PARTITIONS = 4;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroSerde<IncidentReport> serde;
    private final Registry registry;
    private final Sent sent = new Sent();
    private final Queue<Future<RecordMetadata>> underWay = new ConcurrentLinkedQueue<>();
    private final List<IncidentReport> all = new ArrayList<>();
    private final Thread thread;
    private volatile double perSecond;
    private volatile LocalDate month = LocalDate.of(2009, 12, 1);
    private volatile Optional<Newer> newer = Optional.empty();
    private volatile boolean closed;

    /** A schema with one more optional field, as a producer of a later version has it. */
    private record Newer(int id) {}

    Load(String brokers, String registryUrl) {
        registry = Registry.at(registryUrl);
        serde = AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        300_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread = new Thread(this::run, "load");
        thread.setDaemon(true);
        thread.start();
    }

    Sent sent() {
        return sent;
    }

    LocalDate month() {
        return month;
    }

    /** All reports sent so far, each once, in order. */
    List<IncidentReport> reports() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    void nextMonth() {
        month = month.plusMonths(1);
    }

    void on(double reportsPerSecond) {
        perSecond = reportsPerSecond;
    }

    /** Stops, and waits until Kafka has all that was sent. */
    void off() throws Exception {
        perSecond = 0;
        synchronized (this) { // the one that is being sent
            producer.flush();
        }
        for (Future<RecordMetadata> one = underWay.poll(); one != null; one = underWay.poll()) {
            one.get();
        }
    }

    /** Registers a schema with a field more, of this name; {@link #writeNewer} uses it. */
    int registerNewer(String field) {
        String schema = IncidentReport.getClassSchema().toString();
        int end = schema.lastIndexOf("]");
        return registry.register(
                Topics.REPORTS + "-value",
                new Schema.Parser()
                        .parse(schema.substring(0, end) + ",{\"name\":\"" + field
                                + "\",\"type\":[\"null\",\"string\"],\"default\":null}" + schema.substring(end)));
    }

    /** From now on, every second report is written with this schema. */
    void writeNewer(int schemaId) {
        newer = Optional.of(new Newer(schemaId));
    }

    void writeAsBefore() {
        newer = Optional.empty();
    }

    /** Something that is no report, or none of the records that belong on the topic. */
    void poison(String topic, int partition, byte[] key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
    }

    private void run() {
        long next = System.nanoTime();
        for (int i = 0; !closed; ) {
            if (perSecond == 0) {
                LockSupport.parkNanos(10_000_000);
                next = System.nanoTime();
                continue;
            }
            synchronized (this) {
                if (perSecond > 0) {
                    send(i++);
                }
            }
            next += (long) (1e9 / Math.max(0.1, perSecond));
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void send(int i) {
        Sent.Cell cell = cell(i);
        long figure = 10L * (i / (9 * DAYS) + 1) + i % 9;
        IncidentReport report = report(i, cell, figure);
        byte[] value = serde.serializer().serialize(Topics.REPORTS, report);
        Optional<Newer> schema = newer;
        if (schema.isPresent() && i % 2 == 0) {
            value = written(value, schema.get().id());
        }
        synchronized (all) {
            all.add(report);
        }
        sent.add(cell, figure);
        underWay.add(producer.send(new ProducerRecord<>(
                Topics.REPORTS, i % PARTITIONS, report.getId().getBytes(StandardCharsets.UTF_8), value)));
        while (underWay.peek() != null && underWay.peek().isDone() && succeeded(underWay.peek())) {
            underWay.remove();
        }
    }

    private static boolean succeeded(Future<RecordMetadata> one) {
        try {
            one.get();
            return true;
        } catch (Exception e) {
            return false; // told when the load is switched off
        }
    }

    /** The same with a value of the field at the end. */
    private static byte[] written(byte[] value, int schemaId) {
        byte[] text = "desk".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(value.length + 2 + text.length)
                .put(value)
                .put((byte) 2) // the second of the union
                .put((byte) (2 * text.length))
                .put(text)
                .putInt(1, schemaId)
                .array();
    }

    /** Every tenth is of the war, whose episode is counted too. */
    private Sent.Cell cell(int i) {
        LocalDate first = i % 10 == 0 ? WAR : month;
        return new Sent.Cell(
                PARTIES.get(i % 3), MEASURES.get(i / 3 % 3).name(), first.plusDays(i / 9 % DAYS), i % LANES);
    }

    private static IncidentReport report(int i, Sent.Cell cell, long figure) {
        Instant from = cell.day().atStartOfDay().toInstant(ZoneOffset.ofHours(4));
        ReportedClaim claim = ReportedClaim.newBuilder()
                .setId("c" + i)
                .setMeasure(Measure.valueOf(cell.measure()))
                .setLow(figure)
                .setBest(figure)
                .setHigh(figure)
                .setQualifier("EXACT")
                .setWords(Long.toString(figure))
                .setParty(cell.party())
                .setClaimant(new Claimant("the ministry", cell.party(), cell.party(), Side.SELF, false))
                .setPeriod(new CoveredPeriod(from, from.plusSeconds(86_400), Precision.DAY, false))
                .setExtent(Extent.WHOLE)
                .setCoverage(Coverage.DAY)
                .setQuote(figure + " were counted")
                .build();
        return IncidentReport.newBuilder()
                .setId("r" + i)
                .setSource("wire")
                .setLanguage("en")
                .setPublishedAt(PUBLISHED.plusSeconds(i))
                .setConflict(CONFLICT)
                .setClaims(List.of(claim))
                .build();
    }

    @Override
    public void close() {
        closed = true;
        producer.close(java.time.Duration.ofSeconds(5));
        registry.close();
    }
}
