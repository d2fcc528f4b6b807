package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.SourceSum;

/** Stores of an earlier version, which knew fingerprints alone, and the topic they were made from. */
@Timeout(300)
class IndexBuilderTest {

    private static final byte[] FINGERPRINT = new byte[Fingerprint.BYTES];

    @TempDir
    Path directory;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();

    @Test
    void whatWasAdmittedBeforeThereWasAnIndexIsFoundOnTheTopicAndNothingElse() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory);
                Registry registry = Registry.at(cluster.registryUrl())) {
            Schemas schemas = Schemas.register(registry);
            makeTopics(cluster);
            try (Sender sender = new Sender(cluster.bootstrapServers(), registry)) {
                sender.send(Reports.many(0, 30));
                sender.send(Reports.many(0, 5)); // again: the first is the one that was admitted
                sender.send(List.of(
                        report("refused", killed("c", "artsakh", 2, 1).build()).build()));
                sender.send("garbage", new byte[] {1, 2, 3});
            }
            KeyValueStore<String, byte[]> admitted = store(Stores.ADMITTED, Serdes.ByteArray());
            KeyValueStore<String, ReportHeader> headers = store(Stores.REPORTS_INDEX, schemas.headers());
            KeyValueStore<String, SourceSum> sources = store(Stores.SOURCES, schemas.sources());
            Reports.many(0, 30).forEach(report -> admitted.put(report.getId(), FINGERPRINT));
            ReportIndex index = new ReportIndex(admitted, headers, sources);
            assertThat(index.isEmpty()).isFalse();
            assertThat(index.complete()).isFalse();

            try (IndexBuilder builder = new IndexBuilder(
                    cluster.at(),
                    new TopicPartition(Topics.REPORTS, 0),
                    schemas.reports(),
                    report -> FINGERPRINT,
                    index)) {
                while (!builder.round()) {
                    assertThat(index.complete()).isFalse();
                }
            }

            List<ReportHeader> all = new ArrayList<>();
            try (var entries = headers.all()) {
                entries.forEachRemaining(entry -> all.add(entry.value));
            }
            assertThat(all)
                    .extracting(ReportHeader::getId)
                    .containsExactlyElementsOf(Reports.many(0, 30).stream()
                            .map(IncidentReport::getId)
                            .toList());
            assertThat(all).extracting(ReportHeader::getOffset).isSorted().doesNotHaveDuplicates();
            assertThat(sources.get(Keys.source("wire", "en")).getReports()).isEqualTo(30);
            assertThat(index.fingerprint("r7")).hasValue(FINGERPRINT);
            assertThat(index.fingerprint("refused")).isEmpty();
        }
    }

    private void makeTopics(LocalCluster cluster) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            Settings settings = Settings.of(cluster.at(), directory.resolve("state"));
            Topics.create(admin, settings.withPartitions(1));
        }
    }

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        KeyValueStore<String, V> store = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
