package org.tollwatch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.tollwatch.stream.Reason;

/**
 * The times of a report.
 *
 * @param zone where a local date begins; empty when the report's conflict is not known
 */
record Times(Optional<ZoneId> zone) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Instant read(JsonNode node, String path) throws Flaw {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return bounded(path, node.asText(), Instant.ofEpochMilli(node.longValue()));
        }
        if (node.isTextual()) {
            return bounded(path, node.textValue(), text(node.textValue(), path));
        }
        throw new Flaw(
                Reason.BAD_DATE,
                path + ": " + Quoted.brief(node.toString())
                        + " is no date; write ISO 8601 with a zone, or epoch milliseconds");
    }

    private Instant text(String text, String path) throws Flaw {
        TemporalAccessor read = Dates.parse(path, text);
        if (read instanceof ZonedDateTime time) {
            return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        }
        if (read instanceof LocalDate date && !path.equals("publishedAt")) {
            return date.atStartOfDay(zone.orElseThrow(() -> new Flaw(
                            Reason.BAD_DATE,
                            path + ": '" + text + "' is a local date, and the report names no known conflict whose"
                                    + " zone it could be in; write it with a zone, as in 2020-10-03T00:00:00+04:00")))
                    .toInstant();
        }
        throw new Flaw(
                Reason.BAD_DATE, path + ": '" + text + "' has no zone; write it with one, as in 2020-10-03T15:00:00Z");
    }

    private static Instant bounded(String path, String text, Instant time) throws Flaw {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new Flaw(Reason.BAD_DATE, path + ": '" + text + "' lies outside the years 1 to 9999");
        }
        return time;
    }
}
