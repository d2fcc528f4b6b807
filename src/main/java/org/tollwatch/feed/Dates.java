package org.tollwatch.feed;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.tollwatch.stream.Reason;

/** When something was published: ISO 8601 with a zone or an offset, to the millisecond; never guessed. */
final class Dates {

    /** How far ahead of our clock a publisher's may run. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .parseStrict()
            .optionalStart()
            .appendLiteral('[')
            .parseCaseSensitive()
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** Reads a publication time, and refuses one that lies ahead. */
    static Instant published(String field, String text, Clock clock) throws Flaw {
        TemporalAccessor read = parse(field, text);
        if (read instanceof ZonedDateTime time) {
            return checked(field, text, time.toInstant(), clock);
        }
        throw new Flaw(
                Reason.BAD_DATE,
                field + ": '" + text + "' has no " + (read instanceof LocalDate ? "time and " : "")
                        + "zone; write it with one, as in 2020-10-03T15:00:00Z or 2020-10-03T19:00:00+04:00");
    }

    /** Refuses times that no report can have. */
    static Instant checked(String field, String text, Instant time, Clock clock) throws Flaw {
        if (time.isAfter(clock.instant().plus(AHEAD))) {
            throw new Flaw(
                    Reason.BAD_DATE,
                    field + ": '" + text + "' lies in the future; mend the date, or this machine's clock ("
                            + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ")");
        }
        if (time.isBefore(EARLIEST)) {
            throw new Flaw(Reason.BAD_DATE, field + ": '" + text + "' lies before 1800; mend the date");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A {@link ZonedDateTime}, a {@link LocalDateTime} or a {@link LocalDate}. */
    static TemporalAccessor parse(String field, String text) throws Flaw {
        try {
            return ISO.parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            throw new Flaw(
                    Reason.BAD_DATE,
                    field + ": '" + Quoted.brief(text) + "' is no date; write ISO 8601, as in 2020-10-03T15:00:00Z");
        }
    }

    /** A day without a time. */
    static LocalDate day(String field, String text) throws Flaw {
        if (parse(field, text) instanceof LocalDate day) {
            return day;
        }
        throw new Flaw(Reason.BAD_DATE, field + ": '" + Quoted.brief(text) + "' is no day; write it as in 2020-10-03");
    }
}
