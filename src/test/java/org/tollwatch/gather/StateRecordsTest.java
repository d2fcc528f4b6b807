package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.local.SchemaRegistryServer;
import org.tollwatch.report.FeedItem;
import org.tollwatch.report.FeedStateRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

class StateRecordsTest {

    @TempDir
    Path directory;

    /** It would be looked for on a topic, in vain and for ever. */
    @Test
    void aPositionThatNoneCanHaveIsNotBelieved() {
        try (SchemaRegistryServer server = SchemaRegistryServer.start(directory.resolve("schemas.json"), 0);
                Registry registry = Registry.at(server.url())) {
            var serde = AvroSerde.register(registry, Topics.FEED_STATE + "-value", FeedStateRecord.class);
            StateRecords records = new StateRecords(serde);
            assertThat(change(records, serde, 7)).containsInstanceOf(Change.Knows.class);
            assertThat(change(records, serde, -1)).isEmpty();
        }
    }

    private static Optional<Change> change(StateRecords records, AvroSerde<FeedStateRecord> serde, long position) {
        FeedItem item = new FeedItem("mark", "", "", 0, Instant.EPOCH, position, true);
        byte[] value = serde.serializer().serialize(Topics.FEED_STATE, new FeedStateRecord("feed", null, item));
        return records.change("feed/mark".getBytes(java.nio.charset.StandardCharsets.UTF_8), value);
    }
}
