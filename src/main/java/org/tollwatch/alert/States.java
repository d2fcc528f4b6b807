package org.tollwatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.stream.Keys;
import org.tollwatch.stream.StoresNotReadyException;

/** Asks the store of alert states of this instance. */
record States(KafkaStreams streams, int partitions) {

    /**
     * All of a conflict.
     *
     * @throws StoresNotReadyException when not all partitions are here and answer
     */
    List<AlertState> ofConflict(String conflict) {
        var answers = answers(RangeQuery.withRange(Keys.prefix(conflict), Keys.after(conflict)));
        if (answers.size() < partitions) {
            throw notReady("only " + answers.size() + " of " + partitions + " partitions are here");
        }
        return read(answers);
    }

    /** Those that are here: others are told by the instances that have them. */
    List<AlertState> here() {
        return read(answers(RangeQuery.withNoBounds()));
    }

    private Map<Integer, QueryResult<KeyValueIterator<String, AlertStateRecord>>> answers(
            RangeQuery<String, AlertStateRecord> query) {
        try {
            return streams.query(StateQueryRequest.inStore(AlertTopology.STATES)
                            .withQuery(query)
                            .requireActive())
                    .getPartitionResults();
        } catch (StreamsException | IllegalStateException e) {
            throw notReady(e.toString());
        }
    }

    private static List<AlertState> read(
            Map<Integer, QueryResult<KeyValueIterator<String, AlertStateRecord>>> answers) {
        List<AlertState> found = new ArrayList<>();
        answers.forEach((partition, answer) -> {
            if (answer.isFailure()) {
                throw notReady("partition " + partition + ": " + answer.getFailureMessage());
            }
            try (KeyValueIterator<String, AlertStateRecord> all = answer.getResult()) {
                all.forEachRemaining(entry -> found.add(AlertRecords.toState(entry.value)));
            }
        });
        return found;
    }

    private static StoresNotReadyException notReady(String why) {
        return new StoresNotReadyException("The alerts cannot be told now (" + why
                + "). They may be starting or moving to another instance: ask again.");
    }
}
