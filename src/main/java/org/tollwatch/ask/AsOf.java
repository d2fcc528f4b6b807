package org.tollwatch.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** A moment as asked for for by a user. */
public sealed interface AsOf {

    /** What was known by then. */
    Moment in(ZoneId zone);

    /** A time with its zone. */
    record At(Instant instant) implements AsOf {
        @Override
        public Moment in(ZoneId zone) {
            return Moment.at(instant);
        }
    }

    /** The end of a day of the conflict. */
    record EndOf(LocalDate day) implements AsOf {
        @Override
        public Moment in(ZoneId zone) {
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
            return new Moment(end.minusNanos(1), end);
        }
    }

    /**
     * A time with its zone, or a date for the end of that day.
     *
     * @throws IllegalArgumentException for anything else; says what to write
     */
    static AsOf parse(String text) {
        try {
            String asked = text.strip().toUpperCase(Locale.ROOT);
            return asked.indexOf('T') < 0
                    ? new EndOf(LocalDate.parse(asked))
                    : new At(OffsetDateTime.parse(asked).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no moment; write a time with its zone, as in 2020-10-15T18:00:00Z, or a date for the end"
                            + " of that day",
                    e);
        }
    }
}
