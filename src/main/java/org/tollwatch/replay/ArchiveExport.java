package org.tollwatch.replay;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.tollwatch.ledger.Policy;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/** Writes the archive, or a stretch of it, to a file: partition by partition, so that the same archive gives the same file. */
public final class ArchiveExport {

    private static final int BLOCK = 256 << 10;

    /** As long as the longest number, so that the number can be put in its place at the end. */
    private static final String PLACE = "0".repeat(20);

    private final Cluster cluster;

    public ArchiveExport(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * What was written.
     *
     * @param left what was left out and why
     * @param bytes of the file
     */
    public record Written(long reports, ReplayState.Left left, long bytes) {}

    /**
     * Writes beside the file, and moves it there when it is whole.
     *
     * @param told of how many reports were written, from time to time
     * @throws ReplayException when there is no archive, or the file cannot be written
     */
    public Written write(Path file, Stretch published, Packing packing, LongConsumer told) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Broker broker = new Broker(cluster);
                Registry registry = cluster.registry()) {
            Map<Integer, Long> ends = ends(broker);
            Copy copy = new Copy(published, registry);
            copy.write(part, packing, ends, told);
            setCount(part, copy.reports);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Written(copy.reports, copy.left, Files.size(file));
        } catch (IOException e) {
            throw new ReplayException(
                    "The file " + file + " cannot be written (" + e + "). Free some space, or choose another place.",
                    e);
        } finally {
            part.toFile().delete();
        }
    }

    private static Map<Integer, Long> ends(Broker broker) {
        if (broker.partitions(Topics.REPORTS).isEmpty()) {
            throw new ReplayException("There is no topic '" + Topics.REPORTS + "', so there is nothing to export.");
        }
        return broker.ends(Topics.REPORTS);
    }

    /** One file in the making. */
    private final class Copy {

        private final Stretch published;
        private final Registry registry;
        private final Handed.OfTopic reader;
        private long reports;
        private ReplayState.Left left = ReplayState.Left.NOTHING;
        private boolean opened;

        Copy(Stretch published, Registry registry) {
            this.published = published;
            this.registry = registry;
            reader = new Handed.OfTopic(registry);
        }

        void write(Path part, Packing packing, Map<Integer, Long> ends, LongConsumer told) throws IOException {
            try (DataFileWriter<GenericRecord> writer =
                    new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(Handed.SCHEMA))) {
                writer.setCodec(packing.codec()).setSyncInterval(BLOCK).setMeta(HandedFile.COUNT, PLACE);
                for (int partition = 0; partition < ends.size(); partition++) {
                    try (Archive archive = new Archive(cluster, registry, plan(partition, ends), Map.of())) {
                        while (!archive.isAtEnd()) {
                            write(archive.next(), part, writer);
                            told.accept(reports);
                        }
                    }
                }
                open(part, writer, new byte[0]);
                writer.fSync();
            }
        }

        private void write(Batch batch, Path part, DataFileWriter<GenericRecord> writer) throws IOException {
            left = left.plus(batch.left());
            for (Batch.Chosen chosen : batch.chosen()) {
                Optional<Handed> handed = reader.of(chosen.record());
                if (handed.isEmpty()) {
                    left = left.plus(new ReplayState.Left(0, 1, 0));
                    continue;
                }
                open(part, writer, handed.get().report());
                writer.append(handed.get().written());
                reports++;
            }
        }

        /** The mark between blocks must occur nowhere else; made from the first report, it is the same each time. */
        private void open(Path part, DataFileWriter<GenericRecord> writer, byte[] first) throws IOException {
            if (opened) {
                return;
            }
            opened = true;
            try {
                MessageDigest mark = MessageDigest.getInstance("MD5");
                mark.update(published.toString().getBytes(StandardCharsets.UTF_8));
                writer.create(Handed.SCHEMA, Files.newOutputStream(part), mark.digest(first));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has MD5", e);
            }
        }

        private ReplayPlan plan(int partition, Map<Integer, Long> ends) {
            return new ReplayPlan(
                    new ReplayName("export"),
                    published,
                    Policy.standard().name(),
                    false,
                    Order.ARRIVAL,
                    Map.of(partition, ends.get(partition)));
        }
    }

    /** Known only at the end, and written at the beginning. */
    private static void setCount(Path part, long count) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
            byte[] head = new byte[(int) Math.min(file.length(), 1 << 16)];
            file.readFully(head);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(PLACE, text.indexOf(HandedFile.COUNT));
            file.seek(at);
            file.write(String.format(java.util.Locale.ROOT, "%020d", count).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
