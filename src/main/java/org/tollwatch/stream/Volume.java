package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Claim;
import org.tollwatch.report.LedgerEntry;

/**
 * One book's claims at one moment, as they were reported and as they are reckoned.
 *
 * @param book its key
 * @param byId in order
 */
record Volume(String book, SortedMap<String, Item> byId) {

    /** A claim twice. */
    record Item(LedgerEntry entry, Claim claim) {}

    static Volume empty(String book) {
        return new Volume(book, new TreeMap<>());
    }

    /** With the entries, which take the place of those of the same claims. */
    Volume with(Collection<LedgerEntry> entries, Conflict conflict) {
        SortedMap<String, Item> all = new TreeMap<>(byId);
        entries.forEach(entry -> all.put(entry.getClaim().getId(), new Item(entry, Entries.claim(entry, conflict))));
        return new Volume(book, all);
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(byId.size());
        byId.values().forEach(item -> claims.add(item.claim()));
        return claims;
    }
}
