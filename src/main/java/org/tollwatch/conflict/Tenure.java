package org.tollwatch.conflict;

import java.time.LocalDate;

/**
 * An office somebody held, in which they spoke for a party or an actor.
 *
 * @param party the id of the party or actor
 * @param role the office, as a reader would call it
 * @param from the first day; {@link LocalDate#MIN} when not stated
 * @param to the day after the last; {@link LocalDate#MAX} while it goes on
 */
public record Tenure(String party, String role, LocalDate from, LocalDate to) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
