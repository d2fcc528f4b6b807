package org.tollwatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of one rule and one thing it watches.
 *
 * @param firings how often it fired
 * @param active whether the last firing still holds
 * @param met since when the bounds of the established tier hold
 * @param heard silence: the newest publication
 * @param tally the key of the tally that it stands on; "" before there is one
 * @param findings revisions and retractions that receivers know of
 * @param last what was last told
 */
public record AlertState(
        int firings,
        boolean active,
        Optional<Instant> met,
        Optional<Instant> heard,
        String tally,
        List<String> findings,
        Optional<Alert> last) {

    static final AlertState NEW =
            new AlertState(0, false, Optional.empty(), Optional.empty(), "", List.of(), Optional.empty());

    public AlertState {
        findings = List.copyOf(findings);
    }

    AlertState heard(Instant at) {
        Instant newest = heard.filter(h -> h.isAfter(at)).orElse(at);
        return new AlertState(firings, active, met, Optional.of(newest), tally, findings, last);
    }

    AlertState met(Optional<Instant> since) {
        return new AlertState(firings, active, since, heard, tally, findings, last);
    }

    AlertState standingOn(String key) {
        return new AlertState(firings, active, met, heard, key, findings, last);
    }

    AlertState knowing(List<String> revisions) {
        return new AlertState(firings, active, met, heard, tally, revisions, last);
    }

    AlertState told(Alert alert) {
        return switch (alert.event()) {
            case FIRING -> new AlertState(firings + 1, true, met, heard, tally, findings, Optional.of(alert));
            case CORRECTION -> new AlertState(firings, active, met, heard, tally, findings, Optional.of(alert));
            case RESOLUTION -> new AlertState(firings, false, met, heard, tally, findings, Optional.of(alert));
        };
    }

    /** The tier that fires now; empty when none does. */
    Optional<Tier> firing() {
        return active ? last.map(Alert::tier) : Optional.empty();
    }
}
