package org.tollwatch.stream;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.SourceSum;
import org.tollwatch.report.TallyRecord;

/** The serdes of what lies in topics and stores, each with its schema registered. */
public record Schemas(
        AvroSerde<IncidentReport> reports,
        AvroSerde<ReportHeader> headers,
        AvroSerde<SourceSum> sources,
        AvroSerde<LedgerEntry> entries,
        AvroSerde<TallyRecord> tallies) {

    /**
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws StreamException when it refuses one
     */
    public static Schemas register(Registry registry) {
        return new Schemas(
                AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class),
                AvroSerde.register(registry, Stores.REPORTS_INDEX + "-value", ReportHeader.class),
                AvroSerde.register(registry, Stores.SOURCES + "-value", SourceSum.class),
                AvroSerde.register(registry, TallyTopology.CLAIMS + "-value", LedgerEntry.class),
                AvroSerde.register(registry, Topics.TALLIES + "-value", TallyRecord.class));
    }

    /** The schemas that this version registers, by subject. */
    public static Map<String, Schema> bySubject() {
        return Map.of(
                Topics.REPORTS + "-value", IncidentReport.getClassSchema(),
                Stores.REPORTS_INDEX + "-value", ReportHeader.getClassSchema(),
                Stores.SOURCES + "-value", SourceSum.getClassSchema(),
                TallyTopology.CLAIMS + "-value", LedgerEntry.getClassSchema(),
                Topics.TALLIES + "-value", TallyRecord.getClassSchema());
    }

    /** What lies in one of the stores that can be asked. */
    @SuppressWarnings("unchecked") // every serde is one of objects
    <T> Serde<T> ofStore(String store) {
        Serde<?> serde = switch (store) {
            case Stores.ADMITTED -> Serdes.ByteArray();
            case Stores.REPORTS_INDEX -> headers;
            case Stores.SOURCES -> sources;
            case Stores.LEDGER -> entries;
            default -> tallies;
        };
        return (Serde<T>) serde;
    }
}
