package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.SchemaRegistryServer;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/** The processor by itself: what happens when Kafka Streams gives up a transaction and begins again. */
class EnterTest {

    private final MockProcessorContext<String, TallyRecord> context = new MockProcessorContext<>();
    private final SchemaRegistryServer server;
    private final Registry registry;
    private final KeyValueStore<String, LedgerEntry> ledger;
    private final KeyValueStore<String, byte[]> marks;
    private final KeyValueStore<String, TallyRecord> tallies;
    private final Enter enter;

    EnterTest(@TempDir Path directory) {
        server = SchemaRegistryServer.start(directory.resolve("schemas.json"), 0);
        registry = Registry.at(server.url());
        Schemas schemas = Schemas.register(registry);
        ledger = store(Stores.LEDGER, schemas.entries());
        marks = store(Stores.LEDGER_DIRTY, Serdes.ByteArray());
        tallies = store(Stores.TALLIES, schemas.tallies());
        store(Stores.TALLIES_MADE_WITH, Serdes.ByteArray());
        context.setCurrentSystemTimeMs(0);
        enter = new Enter(
                Conflicts.bundled(),
                Policy.standard(),
                Settings.of(Cluster.of("none:0", server.url()), directory),
                new Meters(new SimpleMeterRegistry()),
                new EntryLog());
        enter.init(context);
    }

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        KeyValueStore<String, V> store = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    private static LedgerEntry entry(IncidentReport.Builder report) {
        return Entries.of(report.build()).get(0).value;
    }

    private void process(LedgerEntry entry) {
        enter.process(new Record<>(Keys.book(entry), entry, 0));
    }

    private void punctuate() {
        var punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(0);
    }

    private Map<String, Long> lows() {
        Map<String, Long> lows = new TreeMap<>();
        try (var all = tallies.all()) {
            all.forEachRemaining(t ->
                    lows.put(t.value.getWindow().getKind() + t.value.getWindow().getFrom(), t.value.getLow()));
        }
        return lows;
    }

    @Test
    void whatATransactionTookInThatWasGivenUpIsForgotten() {
        LedgerEntry stays = entry(report("r1", killed("a", "artsakh", 2, 54).build()));
        LedgerEntry givenUp = entry(report("r2", killed("b", "artsakh", 3, 7).build()));
        process(stays);
        punctuate();
        Map<String, Long> before = lows();
        process(givenUp);
        // As Kafka Streams does it: the stores are again what they were, and the processor begins anew.
        ledger.delete(Keys.claim(Keys.book(givenUp), "b"));
        marks.delete(Keys.book(givenUp));
        enter.init(context);
        process(entry(report("r3", killed("c", "artsakh", 2, 54).build())));
        punctuate();
        assertThat(lows()).isEqualTo(before);
    }

    @Test
    void aBookThatWasMarkedAndNotToldIsComparedInFull() {
        LedgerEntry entry = entry(report("r1", killed("a", "artsakh", 2, 54).build()));
        process(entry);
        punctuate();
        Map<String, Long> told = lows();
        List<String> keys = new ArrayList<>();
        try (var all = tallies.all()) {
            all.forEachRemaining(t -> keys.add(t.key));
        }
        tallies.delete(keys.get(0));
        tallies.put(
                keys.get(1),
                TallyRecord.newBuilder(tallies.get(keys.get(1))).setLow(1).build());
        marks.put(Keys.book(entry), new byte[] {1});
        enter.init(context);
        punctuate();
        assertThat(lows()).isEqualTo(told);
        assertThat(marks.get(Keys.book(entry))).isNull();
    }
}
