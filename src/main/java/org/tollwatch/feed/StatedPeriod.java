package org.tollwatch.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Precision;
import org.tollwatch.stream.Reason;

/** The time that a table's row covers, from its columns {@code from} and {@code to}. */
final class StatedPeriod {

    private StatedPeriod() {}

    /**
     * A day in {@code to} is included, as tables have it; a moment is not. Without {@code to} it is the day of
     * {@code from}, or for a running total the day of its publication, which is then marked as assumed.
     */
    static CoveredPeriod of(ClaimColumns row, Coverage coverage, Instant publishedAt, ZoneId zone) throws Flaw {
        StatedTime from = StatedTime.of(
                row.shown("from"),
                row.required("from", "write the first day that the figure covers, as in 2020-10-03"),
                zone);
        Optional<String> stated = row.optional("to");
        boolean assumed = stated.isEmpty() && coverage == Coverage.CUMULATIVE;
        StatedTime to = stated.isPresent()
                ? StatedTime.of(row.shown("to"), stated.get(), zone)
                : dayOf(assumed ? publishedAt : from.from(), zone);
        if (!from.from().isBefore(to.to())) {
            throw new Flaw(
                    Reason.BAD_PERIOD,
                    row.shown(stated.isPresent() ? "to" : "from") + ": the time covered ends before it starts ("
                            + from.from() + " to " + to.to() + "); mend one of the two");
        }
        Precision precision = from.isDay() && to.isDay() ? Precision.DAY : Precision.MINUTE;
        return new CoveredPeriod(from.from(), to.to(), precision, assumed);
    }

    private static StatedTime dayOf(Instant at, ZoneId zone) {
        return StatedTime.day(at.atZone(zone).toLocalDate(), zone);
    }
}
