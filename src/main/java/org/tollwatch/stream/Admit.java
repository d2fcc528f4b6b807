package org.tollwatch.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.ReportedClaim;

/** Decides of each record whether it is a report that can be counted, one that was counted already, or neither. */
final class Admit implements Processor<byte[], byte[], String, Admission> {

    private static final Duration INDEXING_EVERY = Duration.ofMillis(50);

    private final AvroSerde<IncidentReport> serde;
    private final Conflicts conflicts;
    private final Clock clock;
    private final Meters meters;
    private ProcessorContext<String, Admission> context;
    private final Settings settings;
    private ReportIndex index;
    private final ReportLookup versions;
    private Optional<IndexBuilder> builder = Optional.empty();

    /**
     * @param settings of the application: its topic is read again if the index is to be built from it
     * @param versions where earlier versions of a report are read
     */
    Admit(
            AvroSerde<IncidentReport> serde,
            Conflicts conflicts,
            Clock clock,
            Meters meters,
            Settings settings,
            ReportLookup versions) {
        this.serde = serde;
        this.conflicts = conflicts;
        this.clock = clock;
        this.meters = meters;
        this.settings = settings;
        this.versions = versions;
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
        closeBuilder();
        if (!nothingToRead) {
            TopicPartition partition = new TopicPartition(
                    settings.topics().reports(), context.taskId().partition());
            builder = Optional.of(new IndexBuilder(settings.cluster(), partition, serde, Fingerprint::of, index));
        }
        Cancellable[] rounds = new Cancellable[1];
        rounds[0] = context.schedule(INDEXING_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (builder.map(IndexBuilder::round).orElse(true)) {
                index.setComplete();
                rounds[0].cancel();
                closeBuilder();
            }
        });
    }

    @Override
    public void close() {
        versions.close();
        closeBuilder();
    }

    private void closeBuilder() {
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
        byte[] fingerprint = Fingerprint.of(report);
        Optional<byte[]> before = index.fingerprint(report.getId());
        if (before.isEmpty()) {
            admit(record, report, fingerprint, List.of());
            meters.admitted(age(record, report));
        } else if (Arrays.equals(before.get(), fingerprint)) {
            meters.repeated();
        } else {
            change(record, report, fingerprint);
        }
    }

    /** Another content under a known id: a newer version, one that came late, or somebody's mistake. */
    private void change(Record<byte[], byte[]> record, IncidentReport report, byte[] fingerprint) {
        Optional<ReportHeader> known = index.header(report.getId());
        int newest = known.map(ReportHeader::getRevision).orElse(0);
        if (known.isPresent() && report.getRevision() > newest && newest > 0) {
            List<IncidentReport> versions = new ArrayList<>(earlier(known.get()));
            versions.add(report);
            admit(record, report, fingerprint, Versions.retractions(versions));
            meters.revised(age(record, report));
        } else if (report.getRevision() > 0 && report.getRevision() < newest) {
            meters.repeated();
        } else {
            reject(
                    record,
                    new Fault(
                            Reason.DUPLICATE_ID,
                            "id '" + report.getId() + "' was taken by an earlier report with other content (revision "
                                    + newest + "); give each report an id of its own, and each new version of one a"
                                    + " higher revision, from 1"));
        }
    }

    private static Duration age(Record<byte[], byte[]> record, IncidentReport report) {
        return Duration.between(Entries.knownAt(report), Instant.ofEpochMilli(record.timestamp()));
    }

    /** Those that are still on the topic. */
    private List<IncidentReport> earlier(ReportHeader known) {
        TopicPartition partition = new TopicPartition(settings.topics().reports(), known.getPartition());
        return Stream.concat(known.getEarlier().stream(), Stream.of(known.getOffset()))
                .flatMap(offset -> versions.at(partition, offset, known.getId()).stream())
                .toList();
    }

    private void admit(
            Record<byte[], byte[]> record, IncidentReport report, byte[] fingerprint, List<ReportedClaim> retractions) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        index.enter(report, fingerprint, at.partition(), at.offset());
        context.forward(new Record<>(report.getId(), new Admission.Admitted(report, retractions), record.timestamp()));
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
                .orElse(settings.topics().reports());
    }
}
