package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/** The events found so far in a sentence, and the last of the sentence before, whose parts it may go on to name. */
final class Told {

    private final List<Event> events = new ArrayList<>();
    private final Optional<Event> before;

    Told(Optional<Event> before) {
        this.before = before;
    }

    void add(Event event) {
        events.add(event);
    }

    List<Event> events() {
        return events;
    }

    /** In the order in which they stand. */
    List<Event> inOrder() {
        events.sort(Comparator.comparingInt(Event::first).thenComparingInt(Event::groupAt));
        return events;
    }

    /** The one found last in this sentence. */
    Optional<Event> here() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    /** The one found last, in this sentence or the one before. */
    Optional<Event> last() {
        return here().or(() -> before);
    }

    /** The one of the sentence before. */
    Optional<Event> before() {
        return before;
    }

    /** The one that ends last before a place. */
    Optional<Event> endingBefore(int place) {
        return events.stream().filter(e -> e.last() < place).max(Comparator.comparingInt(Event::last));
    }

    /** Whether the group that stands there is what an event counts. */
    boolean counts(int place) {
        return events.stream().anyMatch(e -> e.groupAt() == place);
    }

    /** The people counted last before a place were all of this status. */
    void allWere(Status status, int place) {
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if (event.groupAt() < place && event.group().noun() == NounClass.PERSON) {
                boolean says = event.measure() != Measure.STRIKES && status != Status.ANY;
                events.set(i, says ? event.of(status) : event);
                break;
            }
        }
    }
}
