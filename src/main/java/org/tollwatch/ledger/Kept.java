package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tallies that the streams keep, claim by claim: what came in so far comes to what {@link Reckoning#kept} gives, at the
 * cost of what each claim changes. Not for several threads at a time.
 */
public final class Kept {

    private final Hierarchy parties;
    private final Hierarchy places;
    private final Calendar calendar;
    private final Policy policy;
    private final Map<Scope, Book> books = new LinkedHashMap<>();
    private final Map<Scope, Rollup> rollups = new LinkedHashMap<>();
    private final Set<Scope> changed = new LinkedHashSet<>();

    public Kept(Hierarchy parties, Hierarchy places, Calendar calendar, Policy policy) {
        this.parties = parties;
        this.places = places;
        this.calendar = calendar;
        this.policy = policy;
    }

    /** Takes in a claim of the one conflict. */
    public void add(Claim claim) {
        Scope book = Reckoning.bookOf(claim.scope());
        books.computeIfAbsent(book, s -> new Book(places, calendar, policy)).add(claim);
        changed.add(book);
    }

    /** What changed since this was last asked; at first all that is known. */
    public List<TallyChange> takeChanges() {
        List<TallyChange> all = new ArrayList<>();
        Set<Rollup> rolled = new LinkedHashSet<>();
        for (Scope book : changed) {
            Rollup rollup = rollups.computeIfAbsent(
                    book.withParty(parties.root()), s -> new Rollup(s, parties, places, policy));
            rolled.add(rollup);
            for (TallyChange change : books.get(book).takeChanges()) {
                put(rollup, change.scope(), change.window(), change.tally());
                if (!parties.isParent(change.scope().party())) {
                    all.add(change);
                }
            }
        }
        rolled.forEach(rollup -> all.addAll(rollup.takeChanges()));
        changed.clear();
        return all;
    }

    private static void put(Rollup rollup, Scope scope, Window window, Optional<Tally> tally) {
        tally.ifPresentOrElse(rollup::put, () -> rollup.remove(scope, window));
    }
}
