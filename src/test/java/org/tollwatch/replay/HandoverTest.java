package org.tollwatch.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Topics;

/** The archive in a file, and out of it again. */
@Timeout(300)
class HandoverTest {

    @TempDir
    Path directory;

    @Test
    void whatIsTakenInIsWhatWasHandedOverByteForByteAndOnlyOnce() throws Exception {
        Path file = directory.resolve("archive.avro");
        List<String> before;
        try (Past past = new Past(directory.resolve("one"), 2)) {
            past.happen();
            ArchiveExport.Written written = export(past.cluster).write(file, Stretch.ALL, Packing.ZSTANDARD, n -> {});
            before = records(past.cluster, true);
            assertThat(written.reports()).isEqualTo(before.size());
            assertThat(written.left()).isEqualTo(new ReplayState.Left(0, 1, 1));
        }
        try (LocalCluster other = LocalCluster.start(directory.resolve("two"))) {
            ArchiveImport taking = new ArchiveImport(
                    Settings.of(other.at(), directory.resolve("state")).withPartitions(2));
            assertThat(taking.take(file, false, n -> {}).taken()).isPositive();
            assertThat(records(other, false)).isEqualTo(before);
            assertThat(taking.take(file, false, n -> {}).taken()).isZero();
            assertThat(records(other, false)).hasSameSizeAs(before);
            Path again = directory.resolve("again.avro");
            export(other).write(again, Stretch.ALL, Packing.ZSTANDARD, n -> {});
            assertThat(again).hasSameBinaryContentAs(file);
        }
        damaged(file);
    }

    /** Bytes turned over, cut off and in between at many places: it is told, and what is whole is as it was. */
    private void damaged(Path file) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        AtomicLong all = new AtomicLong();
        try (HandedFile reader = new HandedFile(file)) {
            assertThat(reader.read(report -> all.incrementAndGet()).damage()).isEmpty();
        }
        Random random = new Random(3);
        Path broken = directory.resolve("broken.avro");
        int head = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("tollwatch.reports") + 200;
        for (int i = 0; i < 60; i++) {
            byte[] bytes = whole.clone();
            int at = 9_000 + random.nextInt(bytes.length - 9_000);
            if (i % 3 == 0) {
                bytes = Arrays.copyOf(bytes, at);
            } else {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(broken, bytes);
            try (HandedFile reader = new HandedFile(broken)) {
                assertThat(reader.read(report -> {}).damage())
                        .as("byte %d of %d, head %d", at, whole.length, head)
                        .isNotEmpty();
            }
        }
        Files.write(broken, "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new HandedFile(broken))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("cannot be read as an Avro file");
    }

    private static ArchiveExport export(LocalCluster cluster) {
        return new ArchiveExport(cluster.at());
    }

    /** Partition, time, key and the report's bytes behind the schema's id; in order. */
    private static List<String> records(LocalCluster cluster, boolean only) {
        return TopicOf.records(cluster.at(), Topics.REPORTS).stream()
                .filter(record -> record.value().length > 5)
                .filter(record ->
                        !only || !new String(record.key(), java.nio.charset.StandardCharsets.UTF_8).equals("ahead"))
                .sorted(java.util.Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(record -> record.partition() + " " + record.timestamp() + " "
                        + HexFormat.of().formatHex(record.key()) + " "
                        + HexFormat.of().formatHex(record.value(), 5, record.value().length))
                .toList();
    }
}
