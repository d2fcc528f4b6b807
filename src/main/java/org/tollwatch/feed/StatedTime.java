package org.tollwatch.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/**
 * A day or a moment as a table has it; what states no zone is meant in the conflict's.
 *
 * @param from the moment, or the day's first
 * @param to the moment, or the next day's first
 * @param isDay whether it is a day
 */
record StatedTime(Instant from, Instant to, boolean isDay) {

    /** Spreadsheets write a space where ISO 8601 has a T. */
    private static final Pattern SPACED = Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2}) +(?=[0-9])");

    static StatedTime of(String column, String text, ZoneId zone) throws Flaw {
        TemporalAccessor read = Dates.parse(column, SPACED.matcher(text).replaceFirst("$1T"));
        if (read instanceof LocalDate day) {
            return day(day, zone);
        }
        Instant at = read instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) read).atZone(zone).toInstant();
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        return new StatedTime(moment, moment, false);
    }

    static StatedTime day(LocalDate day, ZoneId zone) {
        return new StatedTime(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                true);
    }

    /** As a publication: a day's last second, as it cannot have been known earlier for sure. */
    Instant asPublication() {
        return isDay ? to.minusSeconds(1) : from;
    }
}
