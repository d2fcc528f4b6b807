package org.tollwatch.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Consumers;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Topics;

/**
 * The chosen reports as they were published, each when its time has come. The archive lies in the order of arrival: it is
 * looked through first, 40 bytes a report are kept, and then each is read from its place.
 */
final class InOrder implements Source {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_WAIT = 100;

    /** So many are read ahead. */
    private static final int AHEAD = 200;

    /** So many records are rather read over than looked for beyond. */
    private static final int NEAR = 50;

    /** @param due the publication; of a later version of the same report not before the earlier one's */
    private record Spot(long due, int partition, long offset, long report) {}

    private final List<Spot> spots;
    private final Consumer<byte[], byte[]> consumer;
    private final Glimpse glimpse;
    private final Pace pace;
    private final CountDownLatch closing;
    private final Deque<Batch.Chosen> ahead = new ArrayDeque<>();
    private ReplayState.Left left = ReplayState.Left.NOTHING;
    private int read;
    private int given;

    /**
     * Looks the archive through.
     *
     * @param taken how many were taken before
     * @param closing ends the waiting
     */
    InOrder(Cluster cluster, Registry registry, ReplayPlan plan, long taken, Pace pace, CountDownLatch closing) {
        this.pace = pace;
        this.closing = closing;
        glimpse = new Glimpse(registry);
        try (Archive archive = new Archive(cluster, registry, plan, Map.of())) {
            spots = spots(archive);
        }
        if (taken > spots.size()) {
            throw new ReplayException("The archive has only " + spots.size() + " of the reports of this replay, and "
                    + taken
                    + " were taken already: some were removed from the topic of reports meanwhile. Remove the replay"
                    + " and begin again.");
        }
        if (taken > 0) {
            left = ReplayState.Left.NOTHING; // it was told before
        }
        read = (int) taken;
        given = read;
        consumer = Consumers.open(cluster, Map.of());
        if (given < spots.size()) {
            pace.begin(Instant.ofEpochMilli(spots.get(given).due()));
        }
    }

    private List<Spot> spots(Archive archive) {
        List<Spot> found = new ArrayList<>();
        while (!archive.isAtEnd() && closing.getCount() > 0) {
            Batch batch = archive.next();
            left = left.plus(batch.left());
            batch.chosen()
                    .forEach(each -> found.add(new Spot(
                            each.head().publishedAt().toEpochMilli(),
                            each.record().partition(),
                            each.record().offset(),
                            hash(each.head().id()))));
        }
        Comparator<Spot> byPlace = Comparator.comparingInt(Spot::partition).thenComparingLong(Spot::offset);
        found.sort(Comparator.comparingLong(Spot::report).thenComparing(byPlace));
        for (int i = 1; i < found.size(); i++) {
            Spot before = found.get(i - 1);
            Spot spot = found.get(i);
            if (spot.report() == before.report() && spot.due() < before.due()) {
                found.set(i, new Spot(before.due(), spot.partition(), spot.offset(), spot.report()));
            }
        }
        found.sort(Comparator.comparingLong(Spot::due).thenComparing(byPlace));
        return found;
    }

    /** In 64 bits two of a million ids hardly ever meet; if they do, one is taken a little late. */
    private static long hash(String id) {
        return id.chars().asLongStream().reduce(1_125_899_906_842_597L, (sum, letter) -> 31 * sum + letter);
    }

    @Override
    public Batch next() {
        List<Batch.Chosen> due = new ArrayList<>();
        Instant now = pace.now();
        while (given < spots.size() && spots.get(given).due() <= now.toEpochMilli() && due.size() < AHEAD) {
            if (ahead.isEmpty()) {
                readAhead();
            }
            due.add(ahead.poll());
            given++;
        }
        if (due.isEmpty() && given < spots.size()) {
            await(Math.min(
                    LONGEST_WAIT,
                    pace.until(Instant.ofEpochMilli(spots.get(given).due()))));
        }
        ReplayState.Left told = due.isEmpty() && !isAtEnd() ? ReplayState.Left.NOTHING : left;
        left = due.isEmpty() && !isAtEnd() ? left : ReplayState.Left.NOTHING;
        return new Batch(due, Map.of(), due.size(), told);
    }

    private void await(long millis) {
        try {
            closing.await(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("It was interrupted.", e);
        }
    }

    private void readAhead() {
        List<Spot> wanted = spots.subList(read, Math.min(spots.size(), read + AHEAD));
        Map<TopicPartition, TreeMap<Long, Integer>> places = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Spot spot = wanted.get(i);
            places.computeIfAbsent(new TopicPartition(Topics.REPORTS, spot.partition()), p -> new TreeMap<>())
                    .put(spot.offset(), i);
        }
        Batch.Chosen[] found = new Batch.Chosen[wanted.size()];
        places.forEach((partition, offsets) -> read(partition, offsets, found));
        ahead.addAll(List.of(found));
        read += wanted.size();
    }

    private void read(TopicPartition partition, TreeMap<Long, Integer> offsets, Batch.Chosen[] found) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offsets.firstKey());
        Duration waited = Duration.ZERO;
        while (!offsets.isEmpty()) {
            var records = consumer.poll(POLL).records(partition);
            waited = records.isEmpty() ? waited.plus(POLL) : Duration.ZERO;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Integer index = offsets.remove(record.offset());
                if (index != null) {
                    found[index] =
                            new Batch.Chosen(record, glimpse.of(record.value()).orElseThrow());
                }
            }
            boolean passed = !offsets.isEmpty() && consumer.position(partition) > offsets.firstKey();
            if (passed || waited.compareTo(PATIENCE) > 0) {
                throw new ReplayException("A report that was on " + partition
                        + " a moment ago cannot be read again. If the broker runs, reports were removed from it;"
                        + " ./tollwatch doctor tells how long they are kept.");
            }
            if (!offsets.isEmpty() && offsets.firstKey() - consumer.position(partition) > NEAR) {
                consumer.seek(partition, offsets.firstKey());
            }
        }
    }

    @Override
    public boolean isAtEnd() {
        return given >= spots.size();
    }

    @Override
    public long total() {
        return spots.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
