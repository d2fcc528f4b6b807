package org.tollwatch.stream;

import java.time.Instant;
import java.util.Optional;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.report.IncidentReport;

/** Something that just came to be on the topics. */
public sealed interface News {

    /** A tally is new, or is another than it was. */
    record Changed(Tally tally) implements News {}

    /** There is no tally any more, as the claims it stood on were withdrawn. */
    record Gone(Scope scope, Window window) implements News {}

    /** A report that can be counted; one that is published again word for word is told once, while it is among the newest. */
    record Reported(IncidentReport report) implements News {}

    /**
     * One piece of news.
     *
     * @param after where a reader goes on that has seen all up to this
     * @param offset of its record in the partition of the topic
     * @param arrived of a tally: when the oldest report behind the change came on its topic, where that is known
     */
    record Item(News news, Positions after, String topic, int partition, long offset, Optional<Instant> arrived) {

        /** Whether who read up to there has seen it. */
        public boolean isBefore(Positions seen) {
            return seen.isBehind(topic, partition, offset);
        }
    }
}
