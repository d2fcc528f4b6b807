package org.tollwatch.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Decoded;

/** The copies of chosen reports on a replay's own topic, as they are or read again. */
final class Copies {

    private final ReplayName name;
    private final boolean samePartitions;
    private final AvroSerde<IncidentReport> serde;
    private final Optional<ReReading> reading;
    private final Consumer<ReportChange> changed;

    /**
     * @param samePartitions whether both topics have as many; if not, the key decides again
     * @param reading of the texts; empty: the reports stay as they are, byte for byte
     * @param changed told of every report that is read otherwise; after a crash of the newest perhaps twice
     */
    Copies(
            ReplayName name,
            boolean samePartitions,
            AvroSerde<IncidentReport> serde,
            Optional<ReReading> reading,
            Consumer<ReportChange> changed) {
        this.name = name;
        this.samePartitions = samePartitions;
        this.serde = serde;
        this.reading = reading;
        this.changed = changed;
    }

    /** @param sum what reading them again has changed */
    record Made(List<ProducerRecord<byte[], byte[]>> records, Changes sum) {}

    Made of(List<Batch.Chosen> chosen) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(chosen.size());
        Changes sum = Changes.NONE;
        for (Batch.Chosen each : chosen) {
            byte[] value = each.record().value();
            if (reading.isPresent() && serde.decode(value) instanceof Decoded.Value<IncidentReport> decoded) {
                ReReading.Read read = reading.get().read(decoded.value());
                sum = sum.plus(read.sum());
                read.change().ifPresent(changed);
                value = read.change().isPresent()
                        ? serde.serializer().serialize(name.topics().reports(), read.report())
                        : value;
            }
            records.add(copy(each.record(), value));
        }
        return new Made(records, sum);
    }

    /** With the time at which it came: how old a report was on arrival stays true. */
    private ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        return new ProducerRecord<>(
                name.topics().reports(),
                samePartitions ? record.partition() : null,
                record.timestamp() < 0 ? null : record.timestamp(),
                record.key(),
                value,
                record.headers());
    }

    static Map<String, Object> producer(Cluster cluster, ReplayName name) {
        return cluster.with(Map.of(
                "transactional.id",
                name.feed(),
                "transaction.timeout.ms",
                60_000,
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                256 << 10,
                "buffer.memory",
                64L << 20,
                "max.request.size",
                20 << 20,
                "max.block.ms",
                30_000));
    }
}
