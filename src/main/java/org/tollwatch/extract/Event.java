package org.tollwatch.extract;

import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/**
 * How many, of what: a group joined with what happened to it.
 *
 * @param group the quantity and its noun
 * @param groupAt the group's place among the sentence's items; the trigger's, when nothing but the trigger was said
 * @param trigger what happened; empty when the noun itself says it
 * @param triggerAt its place, or the group's
 * @param label the equipment's item or the strike's kind; "" for people
 * @param subset whether it is part of the figure before it
 * @param first the first of the items the event stands on
 * @param last the last of them
 * @param cost how far the joint had to reach; 0 is side by side
 */
record Event(
        Measure measure,
        Group group,
        int groupAt,
        Optional<Lexeme> trigger,
        int triggerAt,
        Status status,
        String label,
        boolean subset,
        int first,
        int last,
        double cost) {

    /** The same, of people of this status. */
    Event of(Status of) {
        return new Event(measure, group, groupAt, trigger, triggerAt, of, label, subset, first, last, cost);
    }

    boolean triggerIs(String trait) {
        return trigger.filter(t -> t.has(trait)).isPresent();
    }

    boolean triggerIs(String trait, String value) {
        return trigger.filter(t -> t.is(trait, value)).isPresent();
    }

    /** Bare mentions say no number. */
    boolean counted() {
        return !group.implied();
    }
}
