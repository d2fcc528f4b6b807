package org.tollwatch.replay;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.ledger.Policy;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/** Puts the reports of a file on the topic, with their keys and the times at which they came; those that are there stay. */
public final class ArchiveImport {

    private final Settings settings;

    /** @param settings where the topic is, or is to be made */
    public ArchiveImport(Settings settings) {
        this.settings = settings;
    }

    /**
     * What a file has brought.
     *
     * @param repeated reports that were there already
     * @param damage what cannot be read; empty: the file is whole
     */
    public record Brought(long taken, long repeated, List<String> damage) {}

    /**
     * Checks the whole file first; takes nothing from a damaged one unless that is asked for.
     *
     * @param salvage take what is whole
     * @param told of how many were looked at, from time to time
     * @throws ReplayException when it is no archive, is damaged, or cannot be written to the topic
     */
    public Brought take(Path path, boolean salvage, LongConsumer told) {
        try (HandedFile file = new HandedFile(path)) {
            HandedFile.Result found = file.read(report -> {});
            if (!found.damage().isEmpty() && !salvage) {
                throw new ReplayException(path + " is damaged, and nothing was taken from it: "
                        + String.join("; ", found.damage()) + ". Have it sent again, or take the " + found.whole()
                        + " reports that can be read with --salvage.");
            }
            try (Admin admin = Admin.create(settings.cluster().with(Map.of()));
                    Registry registry = settings.cluster().registry()) {
                Topics.create(admin, settings);
                requireRetention();
                return take(file, registry, told);
            }
        }
    }

    /** A record keeps the time at which it came, and a broker deletes at once what is older than it keeps records. */
    private void requireRetention() {
        try (Broker broker = new Broker(settings.cluster())) {
            long kept = broker.retention(Topics.REPORTS);
            if (kept >= 0) {
                throw new ReplayException("The topic '" + Topics.REPORTS + "' keeps records for " + kept
                        + " ms only, and old ones would be deleted as soon as they come. Set its retention.ms to -1"
                        + " first; tollwatch doctor tells more.");
            }
        }
    }

    private Brought take(HandedFile file, Registry registry, LongConsumer told) {
        int id = registry.register(Topics.REPORTS + "-value", Handed.REPORT);
        Map<Handed.Digest, Integer> there = there(registry);
        long[] counts = new long[2];
        AtomicReference<Exception> failure = new AtomicReference<>();
        HandedFile.Result read;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.cluster()
                        .with(Map.of(
                                "compression.type",
                                "lz4",
                                "linger.ms",
                                5,
                                "max.request.size",
                                Topics.LARGEST_REPORT,
                                "max.block.ms",
                                30_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            read = file.read(report -> {
                // A record that was sent twice in one moment is twice in the file too.
                if (there.merge(report.digest(), -1, Integer::sum) < 0) {
                    counts[0]++;
                    producer.send(record(report, id), (metadata, failed) -> {
                        if (failed != null) {
                            failure.compareAndSet(null, failed);
                        }
                    });
                } else {
                    counts[1]++;
                }
                told.accept(counts[0] + counts[1]);
            });
            producer.flush();
        }
        if (failure.get() != null) {
            throw new ReplayException(
                    "Reports could not be put on the topic (" + StreamException.rootOf(failure.get())
                            + "). Check that the broker runs and its disk has space, then import again: what is there"
                            + " already is not taken twice.",
                    failure.get());
        }
        return new Brought(counts[0], counts[1], read.damage());
    }

    private static ProducerRecord<byte[], byte[]> record(Handed report, int id) {
        return new ProducerRecord<>(
                Topics.REPORTS,
                null,
                report.arrivedAt() < 0 ? null : report.arrivedAt(),
                report.key(),
                report.value(id));
    }

    /** How many of each are there; some 80 bytes a report. */
    private Map<Handed.Digest, Integer> there(Registry registry) {
        Map<Handed.Digest, Integer> found = new HashMap<>();
        try (Broker broker = new Broker(settings.cluster())) {
            Handed.OfTopic reader = new Handed.OfTopic(registry);
            ReplayPlan plan = new ReplayPlan(
                    new ReplayName("import"),
                    Stretch.ALL,
                    Policy.standard().name(),
                    false,
                    Order.ARRIVAL,
                    broker.ends(Topics.REPORTS));
            try (Archive archive = new Archive(settings.cluster(), registry, plan, Map.of())) {
                while (!archive.isAtEnd()) {
                    archive.next()
                            .chosen()
                            .forEach(each -> reader.of(each.record())
                                    .ifPresent(report -> found.merge(report.digest(), 1, Integer::sum)));
                }
            }
        }
        return found;
    }
}
