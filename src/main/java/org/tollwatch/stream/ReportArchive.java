package org.tollwatch.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;

/** The reports that were admitted: lists from the index, and each whole from its topic, which keeps it for ever. */
public final class ReportArchive implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The newest publication first. */
    private static final Comparator<ReportHeader> NEWEST_FIRST = Comparator.comparing(ReportHeader::getPublishedAt)
            .thenComparing(ReportHeader::getId)
            .reversed();

    private final Queries queries;
    private final AvroSerde<IncidentReport> serde;
    private final Consumer<byte[], byte[]> topic;

    ReportArchive(Queries queries, AvroSerde<IncidentReport> serde, String bootstrapServers) {
        this.queries = queries;
        this.serde = serde;
        topic = Consumers.open(
                bootstrapServers,
                Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"));
    }

    /**
     * Where a list goes on.
     *
     * @param id only those that were published at the very moment with a smaller id, and all before it; "": only these
     */
    public record Before(Instant publishedAt, String id) {}

    /**
     * The newest reports of the conflicts.
     *
     * @param limit at most so many
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public List<ReportHeader> newest(
            Collection<String> conflicts, Before before, Predicate<ReportHeader> which, int limit) {
        checkComplete();
        return conflicts.stream()
                .flatMap(conflict -> ofConflict(conflict, before, which, limit))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Stream<ReportHeader> ofConflict(
            String conflict, Before before, Predicate<ReportHeader> which, int limit) {
        String end = before.id().isEmpty()
                ? Keys.reportsFrom(conflict, before.publishedAt())
                : Keys.report(conflict, before.publishedAt(), before.id());
        Predicate<ReportHeader> earlier = header ->
                Keys.report(conflict, header.getPublishedAt(), header.getId()).compareTo(end) < 0;
        return queries
                .last(Stores.REPORTS_INDEX, Keys.prefix(conflict), end, earlier.and(which), limit)
                .stream();
    }

    /**
     * What the index has of the report with this id.
     *
     * @throws StoresNotReadyException when it cannot be told now
     */
    public Optional<ReportHeader> header(String id) {
        checkComplete();
        return queries.<byte[]>get(Stores.ADMITTED, id).stream()
                .flatMap(admitted -> ReportIndex.key(admitted).stream())
                .flatMap(key -> queries.<ReportHeader>get(Stores.REPORTS_INDEX, key).stream())
                .findFirst();
    }

    /** The whole report, from its topic; empty when somebody removed it there. */
    public synchronized Optional<IncidentReport> report(ReportHeader header) {
        TopicPartition partition = new TopicPartition(Topics.REPORTS, header.getPartition());
        topic.assign(List.of(partition));
        topic.seek(partition, header.getOffset());
        try {
            for (ConsumerRecord<byte[], byte[]> record : topic.poll(PATIENCE)) {
                if (record.offset() == header.getOffset()
                        && serde.decode(record.value()) instanceof Decoded.Value<IncidentReport> read
                        && read.value().getId().equals(header.getId())) {
                    return Optional.of(read.value());
                }
            }
        } catch (org.apache.kafka.clients.consumer.OffsetOutOfRangeException e) {
            // The caller says that it is gone.
        }
        return Optional.empty();
    }

    /**
     * What came from each source in each language, in their order.
     *
     * @throws StoresNotReadyException when not all of it can be told now
     */
    public List<SourceCoverage> coverage() {
        checkComplete();
        SourceCoverage.Sum sum = new SourceCoverage.Sum();
        queries.<ReportHeader>each(Stores.REPORTS_INDEX, sum::add);
        return sum.all();
    }

    private void checkComplete() {
        if (!queries.hasEverywhere(Stores.ADMITTED, ReportIndex.COMPLETE)) {
            throw new StoresNotReadyException(
                    "The index of reports is being built from their topic, once, for data of an earlier version; ask"
                            + " again.");
        }
    }

    @Override
    public synchronized void close() {
        topic.close();
    }
}
