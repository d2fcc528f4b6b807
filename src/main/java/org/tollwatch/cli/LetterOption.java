package org.tollwatch.cli;

import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tollwatch.ask.AsOf;
import org.tollwatch.dlq.LetterFilter;
import org.tollwatch.replay.Stretch;
import org.tollwatch.stream.Reason;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which dead letters. */
final class LetterOption {

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            split = ",",
            description = "Only with these reasons: no_conflict,bad_date ...")
    private List<String> reasons;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "Rejected from then on: a time with its zone, or a date for the start of that day, UTC.")
    private AsOf from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "Rejected before then: a time, or a date for the end of that day, UTC.")
    private AsOf to;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only of this feed, or with this in where it came from: a file, a topic, an address.")
    private String source;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Whether any was given. */
    boolean isGiven() {
        return reasons != null || from != null || to != null || !source.isEmpty();
    }

    LetterFilter filter() {
        Stretch rejected = StretchOption.stretch(from, to, ZoneOffset.UTC);
        return new LetterFilter(known(), rejected.from(), rejected.to(), source);
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        for (String reason : reasons == null ? List.<String>of() : reasons) {
            known.add(known(reason.strip()));
        }
        return known;
    }

    private String known(String reason) {
        try {
            return Reason.valueOf(reason.toUpperCase(Locale.ROOT)).label();
        } catch (IllegalArgumentException e) {
            List<String> all =
                    List.of(Reason.values()).stream().map(Reason::label).toList();
            throw new ParameterException(
                    command.commandLine(), "--reason " + reason + " is none; there are " + String.join(", ", all));
        }
    }
}
