package org.tollwatch.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.SourceSum;

/** The reports that were admitted: lists from the index, and each whole from its topic, which keeps it for ever. */
public final class ReportArchive implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The newest publication first. */
    private static final Comparator<ReportHeader> NEWEST_FIRST = Comparator.comparing(ReportHeader::getPublishedAt)
            .thenComparing(ReportHeader::getId)
            .reversed();

    private static final int STEP = 256;

    /** So many records are rather read over than looked for beyond. */
    private static final int NEAR = 50;

    /** Behind every key. */
    private static final String LAST = "\udbff\udfff";

    private final Queries queries;
    private final AvroSerde<IncidentReport> serde;
    private final ReportLookup lookup;
    private final Consumer<byte[], byte[]> topic;
    private final String name;

    ReportArchive(Queries queries, AvroSerde<IncidentReport> serde, Settings settings) {
        this.queries = queries;
        this.serde = serde;
        name = settings.topics().reports();
        lookup = new ReportLookup(serde, settings.cluster());
        topic = Consumers.open(
                settings.cluster(),
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
                .flatMap(conflict -> ofConflict(conflict, before, which, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** In steps, as most that are looked at may not be among those asked for. */
    private List<ReportHeader> ofConflict(String conflict, Before before, Predicate<ReportHeader> which, int limit) {
        List<ReportHeader> found = new ArrayList<>();
        String end = before.id().isEmpty()
                ? Keys.reportsFrom(conflict, before.publishedAt())
                : Keys.report(conflict, before.publishedAt(), before.id());
        for (Optional<String> next = Optional.of(end); next.isPresent() && found.size() < limit; ) {
            next = step(conflict, next.get(), which, limit, found);
        }
        return found;
    }

    /** Adds the newest before a key, as far back as every partition was looked at; says how far, if there are more. */
    private Optional<String> step(
            String conflict, String end, Predicate<ReportHeader> which, int limit, List<ReportHeader> found) {
        int most = Math.max(limit, STEP) + 1; // the last of the step before is among them again
        var partitions = queries.<ReportHeader>byPartition(
                Stores.REPORTS_INDEX, new Range(Keys.prefix(conflict), end, most, ""));
        Optional<String> back = partitions.values().stream()
                .filter(headers -> headers.size() == most)
                .map(headers -> key(headers.get(most - 1)))
                .max(Comparator.naturalOrder());
        partitions.values().stream()
                .flatMap(List::stream)
                .filter(header -> key(header).compareTo(end) < 0
                        && back.map(key -> key(header).compareTo(key) >= 0).orElse(true))
                .filter(which)
                .forEach(found::add);
        return back;
    }

    private static String key(ReportHeader header) {
        return Keys.report(header.getConflict(), header.getPublishedAt(), header.getId());
    }

    /**
     * What the index has of the report with this id.
     *
     * @throws StoresNotReadyException when it cannot be told now
     */
    public Optional<ReportHeader> header(String id) {
        checkComplete();
        return queries.<byte[]>between(Stores.ADMITTED, id, id).stream()
                .flatMap(admitted -> ReportIndex.key(admitted).stream())
                .flatMap(key -> queries.<ReportHeader>between(Stores.REPORTS_INDEX, key, key).stream())
                .findFirst();
    }

    /** The whole report, from its topic; empty when somebody removed it there. */
    public Optional<IncidentReport> report(ReportHeader header) {
        return lookup.at(partition(header), header.getOffset(), header.getId());
    }

    /** An earlier version of the report, or this; empty when it has none of that number, or it was removed. */
    public Optional<IncidentReport> version(ReportHeader header, int revision) {
        return Stream.concat(Stream.of(header.getOffset()), header.getEarlier().stream())
                .flatMap(offset -> lookup.at(partition(header), offset, header.getId()).stream())
                .filter(report -> report.getRevision() == revision)
                .findFirst();
    }

    private TopicPartition partition(ReportHeader header) {
        return new TopicPartition(name, header.getPartition());
    }

    /** Many whole reports by their ids, read in one go where they lie near each other; without those that are gone. */
    public synchronized Map<String, IncidentReport> reports(Collection<ReportHeader> headers) {
        Map<TopicPartition, TreeMap<Long, ReportHeader>> wanted = new HashMap<>();
        headers.forEach(header ->
                wanted.computeIfAbsent(partition(header), p -> new TreeMap<>()).put(header.getOffset(), header));
        topic.assign(wanted.keySet());
        wanted.forEach((partition, offsets) -> topic.seek(partition, offsets.firstKey()));
        Map<String, IncidentReport> found = new HashMap<>();
        try {
            while (!wanted.isEmpty()) {
                ConsumerRecords<byte[], byte[]> records = topic.poll(PATIENCE);
                if (records.isEmpty()) {
                    break;
                }
                records.forEach(record -> take(record, wanted, found));
            }
        } catch (org.apache.kafka.clients.consumer.OffsetOutOfRangeException e) {
            // Each by itself, then.
        } finally {
            topic.unsubscribe(); // a partition that was paused would stay so
        }
        headers.stream()
                .filter(header -> !found.containsKey(header.getId()))
                .forEach(header -> report(header).ifPresent(report -> found.put(header.getId(), report)));
        return found;
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record,
            Map<TopicPartition, TreeMap<Long, ReportHeader>> wanted,
            Map<String, IncidentReport> found) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        TreeMap<Long, ReportHeader> offsets = wanted.get(partition);
        if (offsets == null) {
            return;
        }
        ReportHeader header = offsets.get(record.offset());
        if (header != null
                && serde.decode(record.value()) instanceof Decoded.Value<IncidentReport> read
                && read.value().getId().equals(header.getId())) {
            found.put(header.getId(), read.value());
        }
        offsets.headMap(record.offset(), true).clear();
        if (offsets.isEmpty()) {
            wanted.remove(partition);
            topic.pause(List.of(partition));
        } else if (offsets.firstKey() - record.offset() > NEAR) {
            topic.seek(partition, offsets.firstKey());
        }
    }

    /**
     * What came from each source in each language, in their order.
     *
     * @throws StoresNotReadyException when not all of it can be told now
     */
    public List<SourceCoverage> coverage() {
        checkComplete();
        Map<String, SourceSum> sums = new TreeMap<>();
        queries.<SourceSum>between(Stores.SOURCES, "", LAST)
                .forEach(sum -> sums.merge(
                        Keys.source(sum.getSource(), sum.getLanguage()),
                        sum,
                        (a, b) -> SourceCoverage.of(a).plus(b)));
        return sums.values().stream().map(SourceCoverage::of).toList();
    }

    private void checkComplete() {
        boolean complete = queries
                .<byte[]>byPartition(Stores.ADMITTED, Range.all(ReportIndex.COMPLETE, ReportIndex.COMPLETE))
                .values()
                .stream()
                .noneMatch(List::isEmpty);
        if (!complete) {
            throw new StoresNotReadyException(
                    "The index of reports is being built from their topic, once, for data of an earlier version; ask"
                            + " again.");
        }
    }

    @Override
    public synchronized void close() {
        lookup.close();
        topic.close();
    }
}
