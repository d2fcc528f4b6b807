package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;

/** The tallies that are watched, as they are now. */
final class LiveTallies {

    private record Key(Scope scope, Window window) {}

    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    private final Map<Key, Tally> tallies = new HashMap<>();

    LiveTallies(Collection<Conflict> conflicts) {
        conflicts.forEach(conflict -> this.conflicts.put(conflict.id(), conflict));
    }

    Collection<Conflict> conflicts() {
        return conflicts.values();
    }

    /** The conflict that something is about; empty for one that was not known at the start. */
    Optional<Conflict> conflict(JsonNode of) {
        return Optional.ofNullable(conflicts.get(of.path("conflict").asText()));
    }

    void clear() {
        tallies.clear();
    }

    /** The one that was there before. */
    Optional<Tally> put(Tally tally) {
        return Optional.ofNullable(tallies.put(new Key(tally.scope(), tally.window()), tally));
    }

    /** The one that was there. */
    Optional<Tally> remove(Scope scope, Window window) {
        return Optional.ofNullable(tallies.remove(new Key(scope, window)));
    }

    /** Those of a conflict, in reading order. */
    List<Tally> of(Conflict conflict) {
        return tallies.values().stream()
                .filter(tally -> tally.scope().conflict().equals(conflict.id()))
                .sorted(Reckoning.READING_ORDER)
                .toList();
    }

    int size() {
        return tallies.size();
    }
}
