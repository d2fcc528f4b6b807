package org.tollwatch.conflict;

import java.time.LocalDate;

/**
 * Who held a place, and when.
 *
 * @param party the id of the party
 * @param from the first day; {@link LocalDate#MIN} when not stated
 * @param to the day after the last; {@link LocalDate#MAX} while it goes on
 */
public record Holding(String party, LocalDate from, LocalDate to) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
