package org.tollwatch.alert;

import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.WindowKind;

/**
 * Which tallies a rule watches.
 *
 * @param parties where it is each: all but "*", whose figures are theirs
 * @param places where it is each: all localities, and not the whole theatre
 * @param window the kind that is watched: a day, week, month or episode
 */
public record Selector(
        Choice conflicts,
        Choice parties,
        Choice measures,
        Choice items,
        Choice statuses,
        Choice places,
        WindowKind window) {

    public boolean matches(Scope scope, WindowKind kind) {
        return kind == window
                && conflicts.matches(scope.conflict())
                && parties.matches(scope.party())
                && !(parties.each() && scope.party().equals(Scope.ALL))
                && measures.matches(scope.measure().name())
                && items.matches(scope.item())
                && statuses.matches(scope.status().name())
                && places.matches(scope.place())
                && !(places.each() && scope.place().isEmpty());
    }
}
