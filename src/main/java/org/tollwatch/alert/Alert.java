package org.tollwatch.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * One message about one alert.
 *
 * @param id the same for all messages about the same firing, on every run
 * @param number of the message among those about the alert, from 0
 * @param kind of the rule
 * @param why what the rule found, or why it is over
 * @param startsAt when it began to fire, in event time
 * @param at when what this tells came about, in event time
 * @param before with a correction: what was told
 * @param figures empty where nothing is known, or any more
 * @param live whether receivers are told; what is found in old reports is not news
 */
public record Alert(
        String id,
        int number,
        Event event,
        String rule,
        String kind,
        Tier tier,
        String severity,
        Subject subject,
        String why,
        Instant startsAt,
        Instant at,
        Optional<Figures> before,
        Optional<Figures> figures,
        boolean live) {

    /** The next message about it. */
    Alert next(Event told, String because, Instant when, Optional<Figures> then, Optional<Figures> now) {
        return new Alert(
                id, number + 1, told, rule, kind, tier, severity, subject, because, startsAt, when, then, now, live);
    }

    /** That it fires still, by the figures that were last told. */
    Alert stillFiring() {
        return new Alert(
                id,
                number,
                Event.FIRING,
                rule,
                kind,
                tier,
                severity,
                subject,
                why,
                startsAt,
                at,
                before,
                figures,
                live);
    }
}
