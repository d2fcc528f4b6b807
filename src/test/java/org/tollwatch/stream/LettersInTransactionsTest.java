package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the broker's disk: no dead letter of the counting was written outside of the transaction that counts. */
@Timeout(200)
class LettersInTransactionsTest {

    private record Written(boolean inTransaction, boolean isEnd, long writer, int records) {
        static Written of(RecordBatch batch) {
            return new Written(
                    batch.isTransactional(), batch.isControlBatch(), batch.producerId(), batch.countOrNull());
        }
    }

    @TempDir
    Path directory;

    @Test
    void aLetterIsInTheTransactionThatCommitsHowFarItIsCounted() throws Exception {
        try (Counting counting = new Counting(directory)) {
            counting.count(List.of(
                    report("good", killed("c1", "artsakh", 2, 1).build()).build(),
                    report("bad", killed("c2", "artsakh", 3, -5).build()).build(),
                    report("good", killed("c3", "artsakh", 4, 9).build()).build(),
                    report("nowhere").setConflict("atlantis").build()));
        }
        List<Written> letters = batches("reports-dlq-0");
        Set<Long> writers = new HashSet<>();
        long written = 0;
        for (Written batch : letters) {
            assertThat(batch.inTransaction()).isTrue();
            if (!batch.isEnd()) {
                writers.add(batch.writer());
                written += batch.records();
            }
        }
        assertThat(written).isEqualTo(3);
        assertThat(letters.stream().filter(Written::isEnd).map(Written::writer))
                .as("each is committed")
                .containsAll(writers);
        Set<Long> counters = new HashSet<>();
        for (File partition : logs("__consumer_offsets-")) {
            batches(partition.getName()).stream()
                    .filter(batch -> batch.inTransaction() && !batch.isEnd())
                    .forEach(batch -> counters.add(batch.writer()));
        }
        assertThat(counters).as("who commits how far it is counted").containsAll(writers);
    }

    private File[] logs(String prefix) {
        return directory.resolve("cluster/kafka").toFile().listFiles((folder, name) -> name.startsWith(prefix));
    }

    private List<Written> batches(String partition) throws IOException {
        List<Written> all = new ArrayList<>();
        File[] segments = directory
                .resolve("cluster/kafka")
                .resolve(partition)
                .toFile()
                .listFiles((folder, name) -> name.endsWith(".log"));
        for (File segment : segments) {
            try (FileRecords records = FileRecords.open(segment, false)) {
                records.batches().forEach(batch -> all.add(Written.of(batch)));
            }
        }
        return all;
    }
}
