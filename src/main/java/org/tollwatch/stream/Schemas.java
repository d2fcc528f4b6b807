package org.tollwatch.stream;

import org.apache.kafka.common.serialization.Serde;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** The serdes of what lies in topics and stores, each with its schema registered. */
public record Schemas(
        AvroSerde<IncidentReport> reports, AvroSerde<LedgerEntry> entries, AvroSerde<TallyRecord> tallies) {

    /**
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws StreamException when it refuses one
     */
    public static Schemas register(Registry registry) {
        return new Schemas(
                AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class),
                AvroSerde.register(registry, TallyTopology.CLAIMS + "-value", LedgerEntry.class),
                AvroSerde.register(registry, Topics.TALLIES + "-value", TallyRecord.class));
    }

    /** What lies in one of the stores that can be asked. */
    @SuppressWarnings("unchecked") // every serde is one of objects
    <T> Serde<T> ofStore(String store) {
        Serde<?> serde = store.equals(Stores.LEDGER) ? entries : tallies;
        return (Serde<T>) serde;
    }
}
