package org.tollwatch.dlq;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Topics;

/** What the counting made of records that were sent: it has committed past them, and those it rejected are letters. */
final class Verdicts implements AutoCloseable {

    private static final long ANSWER_SECONDS = 10;
    private static final long LOOK_MILLIS = 100;

    private final String application;
    private final Admin admin;
    private final LetterBox box;
    private final Map<TopicPartition, Long> before;

    /** To be made before anything is sent. */
    Verdicts(Settings settings) {
        application = settings.applicationId();
        admin = Admin.create(settings.cluster().with(Map.of()));
        box = new LetterBox(settings.cluster());
        before = box.ends();
    }

    /** @param wait at most so long; not at all where nobody counts */
    Map<LetterId, Outcome> of(Map<LetterId, Mark> sent, Duration wait) throws ExecutionException, InterruptedException {
        Map<LetterId, Outcome> outcomes = new LinkedHashMap<>();
        if (sent.isEmpty()) {
            return outcomes;
        }
        boolean counting = isCounting();
        Map<Integer, Long> committed = counting ? awaited(sent, wait) : Map.of();
        settle();
        Map<String, Letter> again = new HashMap<>();
        box.since(before).forEach(letter -> again.put(letter.origin(), letter));
        sent.forEach((id, mark) -> outcomes.put(id, outcome(id, mark, again, committed, counting)));
        return outcomes;
    }

    /** A transaction's end reaches each partition by itself: letters of what is committed may become readable later. */
    private void settle() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        before.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var written = admin.listOffsets(asked).all().get(); // also what is not committed
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (System.nanoTime() < end
                && box.ends().entrySet().stream()
                        .anyMatch(e -> e.getValue() < written.get(e.getKey()).offset())) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static Outcome outcome(
            LetterId id, Mark mark, Map<String, Letter> again, Map<Integer, Long> committed, boolean counting) {
        Letter letter = again.get(mark.sentAs());
        if (letter != null) {
            return new Outcome(
                    id,
                    Outcome.Kind.REJECTED_AGAIN,
                    letter.reason(),
                    "as letter " + letter.id() + ": " + letter.detail());
        }
        if (isBehind(mark, committed)) {
            return new Outcome(id, Outcome.Kind.TAKEN, "", "as " + mark.sentAs());
        }
        String why = counting ? "; it is not counted yet" : "; tollwatch up will count it";
        return new Outcome(id, Outcome.Kind.SENT, "", "as " + mark.sentAs() + why);
    }

    private static boolean isBehind(Mark mark, Map<Integer, Long> committed) {
        var at = Door.RECORD.matcher(mark.sentAs());
        return at.matches() && committed.getOrDefault(Integer.parseInt(at.group(1)), 0L) > Long.parseLong(at.group(2));
    }

    private Map<Integer, Long> awaited(Map<LetterId, Mark> sent, Duration wait)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        Map<Integer, Long> now = committed();
        while (!sent.values().stream().allMatch(among(now)) && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            now = committed();
        }
        return now;
    }

    private static Predicate<Mark> among(Map<Integer, Long> committed) {
        return mark -> isBehind(mark, committed);
    }

    private Map<Integer, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> found = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(Topics.REPORTS)) {
                found.put(partition.partition(), offset.offset());
            }
        });
        return found;
    }

    private boolean isCounting() throws ExecutionException, InterruptedException {
        try {
            return !admin.describeConsumerGroups(List.of(application))
                    .describedGroups()
                    .get(application)
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .members()
                    .isEmpty();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        box.close();
        admin.close(Duration.ofSeconds(5));
    }
}
