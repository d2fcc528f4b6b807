package org.tollwatch.alert;

import java.time.Duration;
import java.util.List;

/**
 * What a rules file says. Immutable.
 *
 * @param recent what is found in reports older than this when it is found is history: kept, and sent to nobody
 * @param late how long after their publication reports may come in; where a conflict is quiet, its time lies so far behind
 *     this machine's
 */
public record Rules(List<Rule> rules, List<ReceiverSettings> receivers, Duration recent, Duration late) {

    public Rules {
        rules = List.copyOf(rules);
        receivers = List.copyOf(receivers);
    }
}
