package org.tollwatch.extract;

import java.time.LocalDate;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Extent;

/**
 * The time a figure covers, in whole days of the conflict's zone.
 *
 * @param from first day
 * @param to the day after the last
 * @param assumed whether the end is not stated
 */
record Covered(Coverage coverage, LocalDate from, LocalDate to, Moment.Unit precision, boolean assumed, Extent extent) {

    static Covered part(LocalDate from, LocalDate to, boolean assumed) {
        return new Covered(Coverage.INCIDENT, from, to, Moment.Unit.DAY, assumed, Extent.PART);
    }

    static Covered whole(Coverage coverage, LocalDate from, LocalDate to, boolean assumed) {
        return new Covered(coverage, from, to, Moment.Unit.DAY, assumed, Extent.WHOLE);
    }
}
