package org.tollwatch.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is taken together.
 *
 * @param chosen the records to be copied, in order
 * @param next where the archive is read on, by partition; in the order of publication nothing
 * @param looked how many were looked at
 */
record Batch(List<Chosen> chosen, Map<Integer, Long> next, long looked, ReplayState.Left left) {

    /** A record of the archive, and which report it is. */
    record Chosen(ConsumerRecord<byte[], byte[]> record, Glimpse.Head head) {}

    boolean isEmpty() {
        return looked == 0;
    }

    /** The state after it. */
    ReplayState after(ReplayState before, long total, Changes changes, boolean fed) {
        Instant at = chosen.stream()
                .map(each -> each.head().publishedAt())
                .reduce(before.at(), (a, b) -> b.isAfter(a) ? b : a);
        return new ReplayState(
                before.plan(),
                next,
                before.looked() + looked,
                total,
                before.taken() + chosen.size(),
                before.left().plus(left),
                at,
                fed,
                false,
                before.changes().plus(changes));
    }
}
