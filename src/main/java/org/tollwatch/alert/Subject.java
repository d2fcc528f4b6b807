package org.tollwatch.alert;

import java.util.Optional;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Keys;

/**
 * What an alert is about; what is not said is "". Alerts are grouped by conflict, place and party.
 *
 * @param window empty where it is about none
 */
public record Subject(
        String conflict,
        String party,
        String measure,
        String item,
        String status,
        String place,
        String source,
        Optional<Window> window) {

    static Subject of(Tally tally) {
        return new Subject(
                tally.scope().conflict(),
                tally.scope().party(),
                tally.scope().measure().name(),
                tally.scope().item(),
                tally.scope().status().name(),
                tally.scope().place(),
                "",
                Optional.of(tally.window()));
    }

    static Subject ofSource(String conflict, String source) {
        return bare(conflict, "", source);
    }

    static Subject ofParty(String conflict, String party) {
        return bare(conflict, party, "");
    }

    private static Subject bare(String conflict, String party, String source) {
        return new Subject(conflict, party, "", "", Status.ANY.name(), "", source, Optional.empty());
    }

    /** Where a rule's state for this is kept; what is first is told once of a place or a measure, whatever else it is. */
    String key(Rule rule) {
        if (rule.condition() instanceof Condition.First first) {
            return String.join(Keys.SEPARATOR, conflict, rule.name(), first.ofPlaces() ? place : measure);
        }
        return String.join(
                Keys.SEPARATOR,
                conflict,
                rule.name(),
                party,
                measure,
                item,
                status,
                place,
                source,
                window.map(Window::kind).map(Object::toString).orElse(""),
                window.map(w -> w.period().from().toString()).orElse(""),
                window.map(w -> w.period().to().toString()).orElse(""));
    }

    /** Conflict, place and party. */
    public String group() {
        return conflict + "/" + (place.isEmpty() ? "*" : place) + "/" + (party.isEmpty() ? "*" : party);
    }
}
