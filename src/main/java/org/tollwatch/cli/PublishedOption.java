package org.tollwatch.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** When texts were published that do not say it. */
final class PublishedOption {

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "When texts were published that no articles.jsonl dates, with a zone: 2020-10-03T15:00:00Z.")
    private String published;

    Optional<String> time() {
        return Optional.ofNullable(published);
    }
}
