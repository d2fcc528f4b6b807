package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.report.IncidentReport;

/** Sends reports as a producer of any make would. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroSerde<IncidentReport> serde;

    Sender(String bootstrapServers, Registry registry) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        serde = AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class);
    }

    void send(List<IncidentReport> reports) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (IncidentReport report : reports) {
            sent.add(producer.send(record(report.getId(), serde.serializer().serialize(Topics.REPORTS, report))));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    void send(String key, byte[] value) throws Exception {
        producer.send(record(key, value)).get();
    }

    private static ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ProducerRecord<>(Topics.REPORTS, key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public void close() {
        producer.close();
    }
}
