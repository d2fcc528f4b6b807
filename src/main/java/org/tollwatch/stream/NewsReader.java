package org.tollwatch.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.TallyRecord;

/** Reads what was committed on the topics of tallies and of reports. For one thread. */
public final class NewsReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewsReader.class);

    /** A repeated report comes soon after the first, as when a producer tries again; 1 MB. */
    private static final int MOST_HELD = 10_000;

    private final NewsDesk desk;
    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, long[]> next = new HashMap<>();
    private final Recent told = new Recent(MOST_HELD);

    NewsReader(NewsDesk desk) {
        this.desk = desk;
        consumer = Consumers.open(desk.cluster(), Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000));
        try {
            partitions = Stream.of(desk.topics().tallies(), desk.topics().reports())
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        partitions.forEach(
                partition -> next.merge(partition.topic(), new long[1], (before, one) -> new long[before.length + 1]));
        consumer.assign(partitions);
    }

    void seekToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> at(partition, consumer.position(partition)));
    }

    /** Says whether the topics have all from these positions on. */
    boolean seek(Positions positions) {
        Map<TopicPartition, Long> asked = positions.byPartition();
        if (!positions.fits(positions())) {
            return false;
        }
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        if (asked.entrySet().stream()
                .anyMatch(e -> e.getValue() < begin.get(e.getKey()) || e.getValue() > end.get(e.getKey()))) {
            return false;
        }
        asked.forEach(consumer::seek);
        asked.forEach(this::at);
        return true;
    }

    /** Where the next record is read. */
    public Positions positions() {
        return Positions.of(next);
    }

    /**
     * Tells what is there, or comes within the patience.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker cannot be read
     * @throws RegistryUnavailableException when a schema must be looked up and the registry does not answer
     */
    public void poll(Duration patience, Consumer<News.Item> to) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            Optional<News> news = news(record);
            next.get(record.topic())[record.partition()] = record.offset() + 1;
            news.ifPresent(each -> to.accept(new News.Item(
                    each,
                    positions(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Arrivals.of(record.headers()))));
        }
        // The ends of transactions take offsets too.
        partitions.forEach(partition -> at(partition, consumer.position(partition)));
    }

    private void at(TopicPartition partition, long offset) {
        next.get(partition.topic())[partition.partition()] = offset;
    }

    private Optional<News> news(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(desk.topics().tallies()) ? tally(record) : report(record);
    }

    private Optional<News> tally(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            return understood(record, () -> new News.Gone(Keys.scope(key), Keys.window(key)));
        }
        Decoded<TallyRecord> decoded = desk.schemas().tallies().decode(record.value());
        return decoded instanceof Decoded.Value<TallyRecord> read
                ? understood(record, () -> new News.Changed(TallyRecords.toTally(read.value())))
                : Optional.empty();
    }

    /** What somebody else wrote there must not end the telling of all that follows. */
    private static Optional<News> understood(ConsumerRecord<byte[], byte[]> record, Supplier<News> news) {
        try {
            return Optional.of(news.get());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The record {}-{}@{} is no tally and is passed over ({}).",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.toString());
            return Optional.empty();
        }
    }

    /** What cannot be counted goes to the dead letters, and is no news; nor is what was told of late, word for word. */
    private Optional<News> report(ConsumerRecord<byte[], byte[]> record) {
        return desk.schemas().reports().decode(record.value()) instanceof Decoded.Value<IncidentReport> read
                        && Checks.fault(read.value(), desk.clock().instant(), desk.conflicts())
                                .isEmpty()
                        && told.isNew(record.value())
                ? Optional.of(new News.Reported(read.value()))
                : Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
