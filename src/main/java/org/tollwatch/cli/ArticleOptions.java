package org.tollwatch.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.tollwatch.feed.Defaults;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line says of articles that do not say it themselves. */
final class ArticleOptions {

    @Option(
            names = "--published",
            paramLabel = "TIME",
            converter = PublishedTime.class,
            description = "When a plain text file was published, with its zone: 2020-10-03T15:00:00Z.")
    private Instant published;

    @Option(names = "--source", paramLabel = "NAME", description = "Which outlet published a plain text file.")
    private String source;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language of articles that do not say it: en, th, ru ... Recognised when not given.")
    private String language;

    Defaults defaults() {
        return new Defaults(source, language, published);
    }

    private static final class PublishedTime implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time with a zone; write it as 2020-10-03T15:00:00Z");
            }
        }
    }
}
