package org.tollwatch.cli;

import java.util.Optional;
import org.tollwatch.ask.AsOf;
import picocli.CommandLine.Option;

/** Up to which moment things are known. */
final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = {
                "Only what was published by then: a time with its zone, as in 2020-10-15T18:00:00Z, or a date,",
                "which is the end of that day in the conflict's zone. Default: all that is there."
            })
    private AsOf asked;

    Optional<AsOf> moment() {
        return Optional.ofNullable(asked);
    }

    /** As a running service is asked; "" for all that is there. */
    String text() {
        if (asked instanceof AsOf.EndOf end) {
            return end.day().toString();
        }
        return asked instanceof AsOf.At at ? at.instant().toString() : "";
    }
}
