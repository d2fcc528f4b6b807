package org.tollwatch.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.tollwatch.ask.AsOf;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.replay.Stretch;
import picocli.CommandLine.Option;

/** Of which time of publication. */
final class StretchOption {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = {
                "Published from then on: a time with its zone, or a date for the start of that day (in the zone of",
                "--conflict, or else UTC). Default: the beginning."
            })
    private AsOf from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "Published before then: a time, or a date for the end of that day. Default: the end.")
    private AsOf to;

    /** @param conflicts dates are in the zone of the only one */
    Stretch in(Conflicts conflicts) {
        return in(conflicts.all().size() == 1 ? conflicts.all().get(0).zone() : ZoneOffset.UTC);
    }

    Stretch in(ZoneId zone) {
        return stretch(from, to, zone);
    }

    /** From the start of the first day to the end of the last, where days are named; null: without end. */
    static Stretch stretch(AsOf from, AsOf to, ZoneId zone) {
        Instant begin = from == null
                ? Instant.MIN
                : from instanceof AsOf.EndOf day
                        ? day.day().atStartOfDay(zone).toInstant()
                        : from.in(zone).known();
        Instant end = to == null
                ? Instant.MAX
                : to instanceof AsOf.EndOf day
                        ? day.day().plusDays(1).atStartOfDay(zone).toInstant()
                        : to.in(zone).known();
        return new Stretch(begin, end);
    }

    /** For a name: 20201001-20201031, or all. */
    String brief() {
        return from == null && to == null ? "all" : brief(from) + "-" + brief(to);
    }

    private static String brief(AsOf moment) {
        if (moment == null) {
            return "x";
        }
        String text = moment instanceof AsOf.EndOf day
                ? day.day().toString()
                : ((AsOf.At) moment).instant().toString();
        return text.replaceAll("[^0-9]", "");
    }
}
