package org.tollwatch.alert;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Keys;
import org.tollwatch.stream.Queries;
import org.tollwatch.stream.Range;
import org.tollwatch.stream.StoreLayout;

/** Asks the store of alert states. All of a conflict lies in one partition: here, or at another instance. */
record States(Queries queries, int partitions) {

    private static final String FIRST = "";
    private static final String LAST = "\uffff";

    /**
     * All of a conflict.
     *
     * @throws org.tollwatch.stream.StoresNotReadyException when whoever has them does not tell
     */
    List<AlertState> ofConflict(String conflict) {
        int partition = AlertTopology.partitionOf(conflict, partitions);
        Range range = Range.all(Keys.prefix(conflict), Keys.after(conflict));
        return read(queries.<AlertStateRecord>inPartitions(AlertTopology.STATES, range, Set.of(partition))
                .get(partition));
    }

    /** Those that are here: others are told by the instances that have them. */
    List<AlertState> here() {
        return read(queries.ofThisInstance(AlertTopology.STATES, Range.all(FIRST, LAST)));
    }

    private static List<AlertState> read(List<AlertStateRecord> records) {
        return records.stream().map(AlertRecords::toState).toList();
    }

    /** Where they lie. */
    record Layout(int partitions, AvroSerde<AlertStateRecord> serde) implements StoreLayout {

        @Override
        public String topicOf(String store) {
            if (!store.equals(AlertTopology.STATES)) {
                throw new IllegalArgumentException("the store '" + store + "' is not asked");
            }
            return AlertService.APPLICATION_ID + "-" + AlertTopology.BY_CONFLICT + "-repartition";
        }

        @Override
        public int partitionsOf(String store) {
            return partitions;
        }

        @Override
        @SuppressWarnings("unchecked") // the one store that is asked holds these
        public <T> Serde<T> serdeOf(String store) {
            return (Serde<T>) serde;
        }
    }
}
