package org.tollwatch.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;

/** Decides of each record whether it is a report that can be counted, one that was counted already, or neither. */
final class Admit implements Processor<byte[], byte[], String, Admission> {

    private static final Duration INDEXING_EVERY = Duration.ofMillis(50);

    private final AvroSerde<IncidentReport> serde;
    private final Conflicts conflicts;
    private final Clock clock;
    private final Meters meters;
    private ProcessorContext<String, Admission> context;
    private final String bootstrapServers;
    private ReportIndex index;
    private Optional<IndexBuilder> builder = Optional.empty();

    /** @param bootstrapServers where the topic is read again if the index is to be built from it */
    Admit(AvroSerde<IncidentReport> serde, Conflicts conflicts, Clock clock, Meters meters, String bootstrapServers) {
        this.serde = serde;
        this.conflicts = conflicts;
        this.clock = clock;
        this.meters = meters;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void init(ProcessorContext<String, Admission> context) {
        this.context = context;
        index = new ReportIndex(
                context.getStateStore(Stores.ADMITTED),
                context.getStateStore(Stores.REPORTS_INDEX),
                context.getStateStore(Stores.SOURCES));
        if (!index.complete()) {
            complete(index.isEmpty());
        }
    }

    /** In a punctuator: what is written while a task starts would not be committed. */
    private void complete(boolean nothingToRead) {
        close();
        if (!nothingToRead) {
            TopicPartition partition =
                    new TopicPartition(Topics.REPORTS, context.taskId().partition());
            builder = Optional.of(new IndexBuilder(bootstrapServers, partition, serde, this::fingerprint, index));
        }
        Cancellable[] rounds = new Cancellable[1];
        rounds[0] = context.schedule(INDEXING_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (builder.map(IndexBuilder::round).orElse(true)) {
                index.setComplete();
                rounds[0].cancel();
                close();
            }
        });
    }

    @Override
    public void close() {
        builder.ifPresent(IndexBuilder::close);
        builder = Optional.empty();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Decoded<IncidentReport> decoded = serde.decode(record.value());
        if (decoded instanceof Decoded.Value<IncidentReport> read) {
            judge(record, read.value());
        } else {
            Decoded.Unreadable<IncidentReport> unread = (Decoded.Unreadable<IncidentReport>) decoded;
            reject(record, new Fault(unread.reason(), unread.detail()));
        }
    }

    private void judge(Record<byte[], byte[]> record, IncidentReport report) {
        Optional<Fault> fault = Checks.fault(report, clock.instant(), conflicts);
        if (fault.isPresent()) {
            reject(record, fault.get());
            return;
        }
        byte[] fingerprint = fingerprint(report);
        Optional<byte[]> before = index.fingerprint(report.getId());
        if (before.isEmpty()) {
            RecordMetadata at = context.recordMetadata().orElseThrow();
            index.enter(report, fingerprint, at.partition(), at.offset());
            meters.admitted(Duration.between(report.getPublishedAt(), Instant.ofEpochMilli(record.timestamp())));
            context.forward(new Record<>(report.getId(), new Admission.Admitted(report), record.timestamp()));
        } else if (Arrays.equals(before.get(), fingerprint)) {
            meters.repeated();
        } else {
            reject(
                    record,
                    new Fault(
                            Reason.DUPLICATE_ID,
                            "id '" + report.getId() + "' was taken by an earlier report with other content; give each"
                                    + " report, and each new version of one, an id of its own"));
        }
    }

    private void reject(Record<byte[], byte[]> record, Fault fault) {
        meters.rejected(fault.reason());
        Rejection rejection = new Rejection(fault.reason(), origin(), fault.detail());
        byte[] original = record.value() == null ? new byte[0] : record.value();
        context.forward(new Record<>("", new Admission.Rejected(rejection, original), record.timestamp()));
    }

    private String origin() {
        return context.recordMetadata()
                .map((RecordMetadata at) -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse(Topics.REPORTS);
    }

    /**
     * Over the record as this schema writes it, so that another producer's version of the schema makes no difference; and
     * where there is a text, without the claims: a better reading of the same text is not another report.
     */
    private byte[] fingerprint(IncidentReport report) {
        IncidentReport published = report.getText() == null
                ? report
                : IncidentReport.newBuilder(report)
                        .setConflict(null)
                        .setClaims(List.of())
                        .setImprint(null)
                        .build();
        try {
            byte[] bytes = serde.serializer().serialize(Topics.REPORTS, published);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), ReportIndex.FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
