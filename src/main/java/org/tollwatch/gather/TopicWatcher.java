package org.tollwatch.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.extract.Article;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.Input;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;

/** Reads topics whose values are articles. How far it is written with what is published: each record counts once. */
final class TopicWatcher implements Watcher, AutoCloseable {

    private static final int READ_TOGETHER = 200;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration TOLD = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final ReportMaker maker;
    private final Memory memory;
    private final Outbox outbox;
    private final FeedMeters meters;
    private final Pace pace;
    private final Clock clock;
    private final Executor worker;
    private final Map<String, Consumer<byte[], byte[]>> consumers = new ConcurrentHashMap<>();

    /** @param worker whose threads may wait */
    TopicWatcher(
            Cluster cluster,
            ReportMaker maker,
            Memory memory,
            Outbox outbox,
            FeedMeters meters,
            Pace pace,
            Clock clock,
            Executor worker) {
        this.cluster = cluster;
        this.maker = maker;
        this.memory = memory;
        this.outbox = outbox;
        this.meters = meters;
        this.pace = pace;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public CompletableFuture<Instant> look(Feed feed) {
        return CompletableFuture.supplyAsync(() -> lookNow(feed), worker);
    }

    private Instant lookNow(Feed feed) {
        Standing before = memory.of(feed.name()).standing(Poller.place(feed));
        try {
            Batch batch = new Batch();
            Consumer<byte[], byte[]> consumer = consumers.computeIfAbsent(feed.name(), name -> opened(feed));
            catchUp(feed, consumer);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                enter(feed, record, batch);
            }
            Instant now = clock.instant();
            Instant next = batch.size() > 0 ? now : now.plus(REST);
            boolean stale = before.lastSuccess()
                    .filter(then -> then.plus(TOLD).isAfter(now))
                    .isEmpty();
            if (batch.size() > 0 || stale || before.trouble().isPresent()) {
                Optional<Instant> news = batch.size() > 0 ? Optional.of(now) : Optional.empty();
                batch.change(new Change.Stands(
                        feed.name(),
                        before.succeeded(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                news,
                                now,
                                next)));
                outbox.put(batch).join();
            }
            return next;
        } catch (KafkaException e) {
            forget(feed);
            meters.failed(feed.name(), Trouble.UNREADABLE);
            Instant now = clock.instant();
            Instant next = pace.afterFailure(feed, Trouble.UNREADABLE, before.failures() + 1, Optional.empty(), now);
            Standing after = before.failed(Trouble.UNREADABLE, Cut.to(200, String.valueOf(e.getMessage())), now, next);
            outbox.put(new Batch().change(new Change.Stands(feed.name(), after)))
                    .join();
            return next;
        } catch (RuntimeException e) {
            forget(feed); // what it read is not written: it goes on from what is
            throw e;
        }
    }

    private void forget(Feed feed) {
        Optional.ofNullable(consumers.remove(feed.name())).ifPresent(Consumer::close);
    }

    private void enter(Feed feed, ConsumerRecord<byte[], byte[]> record, Batch batch) {
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Defaults defaults = new Defaults(null, feed.language().orElse(null), null);
        Input<Article> article = new ArticleReader(defaults, clock).sent().one(value, origin);
        meters.enter(feed, ArticleFile.made(feed, maker, article), batch);
        Item item = new Item(mark(record.partition()), "", "", Item.NONE, clock.instant(), record.offset() + 1, true);
        batch.change(new Change.Knows(feed.name(), item));
    }

    private static String mark(int partition) {
        return Hash.of("partition", partition);
    }

    private Consumer<byte[], byte[]> opened(Feed feed) {
        String topic = ((Origin.Topic) feed.origin()).name();
        Consumer<byte[], byte[]> consumer = Consumers.open(
                cluster,
                Map.of(
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        READ_TOGETHER));
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            consumer.close();
            throw new KafkaException("there is no topic " + topic + "; make it, or correct its name");
        }
        List<TopicPartition> all = partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    /** Goes on from what is written, also by another who looked meanwhile. */
    private void catchUp(Feed feed, Consumer<byte[], byte[]> consumer) {
        for (TopicPartition one : consumer.assignment()) {
            memory.of(feed.name())
                    .item(mark(one.partition()))
                    .filter(item -> item.position() > consumer.position(one))
                    .ifPresent(item -> consumer.seek(one, item.position()));
        }
    }

    @Override
    public void close() {
        consumers.values().forEach(Consumer::wakeup);
    }
}
