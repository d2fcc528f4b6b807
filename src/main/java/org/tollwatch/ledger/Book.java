package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All claims about one party and one measure: what is reckoned together. Every scope in it has its accounts; its tallies
 * are rolled up over time, place and status.
 */
public final class Book {

    private final Map<Scope, List<Account>> accounts = new HashMap<>();
    private final List<Claim> claims;
    private final Calendar calendar;
    private final Hierarchy places;
    private final Policy policy;

    /** @param claims of one conflict, party, measure and item, each id once, in any order */
    public Book(Collection<Claim> claims, Hierarchy places, Calendar calendar, Policy policy) {
        this.claims = List.copyOf(claims);
        this.calendar = calendar;
        this.places = places;
        this.policy = policy;
        Map<Scope, Map<String, List<Claim>>> byAccount = new HashMap<>();
        for (Claim claim : claims) {
            byAccount
                    .computeIfAbsent(claim.scope(), s -> new TreeMap<>())
                    .computeIfAbsent(claim.account(), a -> new ArrayList<>())
                    .add(claim);
        }
        byAccount.forEach((scope, byName) ->
                accounts.put(scope, byName.values().stream().map(Account::new).toList()));
    }

    /** The days, weeks, months and episodes that the claims can say something of. */
    public Set<Window> windows() {
        Set<Window> windows = new LinkedHashSet<>();
        for (Claim claim : claims) {
            windows.addAll(windowsOf(claim.period(), calendar));
        }
        return windows;
    }

    /** The windows in which a claim's period starts or ends, and the episodes it overlaps. */
    public static Set<Window> windowsOf(Period period, Calendar calendar) {
        Set<Window> windows = new LinkedHashSet<>(calendar.episodes(period));
        for (Instant at : List.of(period.from(), period.to().minusNanos(1))) {
            windows.add(calendar.day(at));
            windows.add(calendar.week(at));
            windows.add(calendar.month(at));
        }
        return windows;
    }

    /**
     * The tallies of the asked windows and of the days inside them, for every scope that something is known of. A window
     * of which nothing is known has no tally: no figure is not zero.
     */
    public List<Tally> tallies(Collection<Window> asked) {
        Set<Window> windows = new LinkedHashSet<>(asked);
        windows().stream()
                .filter(w -> w.kind() == WindowKind.DAY)
                .filter(d -> asked.stream().anyMatch(w -> w.period().contains(d.period())))
                .forEach(windows::add);
        Map<Cell, Part> own = new HashMap<>();
        accounts.forEach((scope, held) -> windows.forEach(window -> {
            Part part = reckon(held, window.period());
            if (part != null) {
                own.put(new Cell(window, scope), part);
            }
        }));
        if (own.isEmpty()) {
            return List.of();
        }
        Scope any = claims.get(0).scope();
        Hierarchy thisParty = new Hierarchy(any.party(), Map.of());
        Lattice lattice = new Lattice(own, places, thisParty);
        List<Tally> tallies = new ArrayList<>();
        for (Cell cell : lattice.cells()) {
            Scope scope = any.withPlace(cell.place()).withStatus(cell.status());
            lattice.rolled(cell)
                    .filter(Part::saysSomething)
                    .ifPresent(part -> tallies.add(part.toTally(scope, cell.window(), policy)));
        }
        return tallies;
    }

    /** What was not admitted, and why. */
    public List<SetAside> setAside() {
        return accounts.values().stream()
                .flatMap(List::stream)
                .flatMap(a -> a.setAside().stream())
                .toList();
    }

    private Part reckon(List<Account> held, Period window) {
        List<Policy.Candidate> heard = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        Instant newest = Instant.MIN;
        for (Account account : held) {
            View view = account.view(window).orElse(null);
            if (view == null) {
                continue;
            }
            heard.add(new Policy.Candidate(view, account.newestPublication(window)));
            for (Claim claim : account.support(window)) {
                ids.add(claim.id());
                newest = newest.isAfter(claim.publishedAt()) ? newest : claim.publishedAt();
            }
        }
        if (heard.isEmpty()) {
            return null;
        }
        Disagreement disagreement = new Disagreement(heard, policy);
        return new Part(disagreement.figure(), disagreement.views(), new TreeSet<>(ids), newest);
    }
}
