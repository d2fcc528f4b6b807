package org.tollwatch.ask;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Scope;
import org.tollwatch.stream.Ledger;

/** What names mean in a conflict. */
public record ScopeNames(Ledger ledger) {

    private static final Set<String> ALL = Set.of("*", "all", "all sides", "both sides");

    /** @throws AskException when there is no such party; says which there are */
    public String party(String asked) {
        Conflict conflict = ledger.conflict();
        if (ALL.contains(asked.strip().toLowerCase(Locale.ROOT))) {
            return Scope.ALL;
        }
        return conflict.partyNamed(asked).map(Party::id).orElseThrow(() -> {
            String known = conflict.parties().stream()
                    .map(p -> p.id() + " (" + p.name() + ")")
                    .collect(Collectors.joining(", "));
            return new AskException(
                    "party",
                    "party '" + asked + "': " + conflict.name() + " has no such party. There are: all, " + known,
                    null);
        });
    }

    /**
     * The id of a known locality, or a name that claims have though it is not known.
     *
     * @throws AskException when there is no such place; says of which something is claimed
     */
    public String place(String asked) {
        Set<String> claimed = new TreeSet<>();
        ledger.scopes().forEach(scope -> claimed.add(scope.place()));
        claimed.remove("");
        if (claimed.contains(asked)) {
            return asked;
        }
        Conflict conflict = ledger.conflict();
        return conflict.place(asked).map(p -> p.theatre() ? "" : p.id()).orElseThrow(() -> {
            String known = claimed.stream()
                    .map(id -> conflict.place(id).map(Place::name).orElse(id))
                    .collect(Collectors.joining(", "));
            return new AskException(
                    "place",
                    "place '" + asked + "': " + conflict.name() + " has no such place. Something is claimed of: "
                            + (known.isEmpty() ? "none" : known),
                    null);
        });
    }
}
