package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;

/** Reads figures whose verb is left out because the figure before has it: "30 more fell, which brings the total to 350". */
final class Ellipsis {

    /** Items before the number among which the word of totals must stand. */
    private static final int WINDOW = 7;

    private Ellipsis() {}

    /** A number behind a word of totals counts what the event before it counted. */
    static Optional<Event> toll(List<Item> items, int at, Optional<Event> before) {
        Group group = items.get(at).sense(Group.class).orElseThrow();
        int word = word(items, at);
        boolean people = before.map(Event::measure)
                .filter(m -> m != Measure.STRIKES && m != Measure.EQUIPMENT_LOST)
                .isPresent();
        if (word < 0 || !people) {
            return Optional.empty();
        }
        Event told = before.get();
        return Optional.of(new Event(
                told.measure(),
                group,
                at,
                Optional.empty(),
                at,
                group.status() == org.tollwatch.ledger.Status.ANY ? told.status() : group.status(),
                "",
                false,
                word,
                at,
                1.5));
    }

    private static int word(List<Item> items, int at) {
        for (int i = at - 1; i >= 0 && i >= at - WINDOW; i--) {
            boolean total =
                    items.get(i).lexeme(Tag.TOTAL).filter(t -> !t.has("weak")).isPresent();
            if (total || items.get(i).is(Tag.TOLL)) {
                return i;
            }
            if (items.get(i).isAny(Tag.GROUP, Tag.STOP, Tag.TRIGGER, Tag.COMMA, Tag.OBJECT)) {
                return -1;
            }
        }
        return -1;
    }
}
