package org.tollwatch.cli;

import java.util.Comparator;
import java.util.List;
import org.tollwatch.ask.Labels;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Party;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;

/** How the scopes of a conflict are named and ordered in a table. */
record ScopeText(Conflict conflict) {

    /** A measure, and whose when it is not anybody's: {@code killed, combatants}. */
    static String what(Scope scope) {
        String status = Labels.status(scope.status().name());
        return Labels.measure(scope.measure().name(), scope.item()) + (status.isEmpty() ? "" : ", " + status);
    }

    /** By place, the whole theatre first; then the parties of a measure below one another. */
    Comparator<Scope> order() {
        return Comparator.comparing(Scope::place)
                .thenComparing(Scope::measure, Comparator.<Measure>naturalOrder())
                .thenComparing(Scope::item)
                .thenComparing(Scope::status)
                .thenComparing(scope -> rank(scope.party()))
                .thenComparing(Scope::party);
    }

    /** All sides together first, then the parties as the conflict's file has them. */
    private int rank(String party) {
        List<String> ids = conflict.parties().stream().map(Party::id).toList();
        return party.equals(Scope.ALL) ? -1 : ids.contains(party) ? ids.indexOf(party) : ids.size();
    }
}
