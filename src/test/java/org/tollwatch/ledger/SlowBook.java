package org.tollwatch.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The {@link Book} as it was first written, built from nothing each time: what the incremental one is held against.
 *
 * <p>All claims about one party and one measure: what is reckoned together. Every scope in it has its accounts; its tallies
 * are rolled up over time, place and status.
 */
final class SlowBook {

    private static final Comparator<Claim> BY_PUBLICATION =
            Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id);

    private final Map<Scope, List<Account>> accounts = new HashMap<>();
    private final List<Claim> claims;
    private final SlowRetractions retractions;
    private final Calendar calendar;
    private final Hierarchy places;
    private final Policy policy;

    /** @param claims of one conflict, party, measure and item, each id once, in any order */
    public SlowBook(Collection<Claim> claims, Hierarchy places, Calendar calendar, Policy policy) {
        this.claims = claims.stream().map(claim -> claim.in(policy.words())).toList();
        this.retractions = new SlowRetractions(this.claims);
        this.calendar = calendar;
        this.places = places;
        this.policy = policy;
        Map<Scope, Map<String, List<Claim>>> byAccount = new HashMap<>();
        for (Claim claim : this.claims) {
            if (claim.isRetraction()
                    || retractions.withdrawn(claim)
                    || echoed(claim).isPresent()) {
                continue;
            }
            String at = claim.scope().place();
            for (String place : claim.extent() == Extent.LISTED ? places.pathOf(at) : List.of(at)) {
                byAccount
                        .computeIfAbsent(claim.scope().withPlace(place), s -> new TreeMap<>())
                        .computeIfAbsent(claim.account(), a -> new ArrayList<>())
                        .add(claim);
            }
        }
        byAccount.forEach((scope, byName) -> accounts.put(
                scope, byName.values().stream().map(SlowBook::account).toList()));
    }

    private static Account account(List<Claim> claims) {
        Account account = Account.of(claims.get(0).scope(), claims.get(0).account());
        claims.forEach(account::add);
        return account;
    }

    /** The days, weeks, months and episodes that the claims can say something of. */
    public Set<Window> windows() {
        Set<Window> windows = new LinkedHashSet<>();
        for (Claim claim : claims) {
            windows.addAll(Book.windowsOf(claim.period(), calendar));
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
        Map<Cell, SlowPart> own = new HashMap<>();
        accounts.forEach((scope, held) -> windows.forEach(window -> {
            SlowPart part = reckon(scope, held, window.period());
            if (part != null) {
                own.put(new Cell(window, scope), part);
            }
        }));
        if (own.isEmpty()) {
            return List.of();
        }
        Scope any = claims.get(0).scope();
        Hierarchy thisParty = new Hierarchy(any.party(), Map.of());
        SlowLattice lattice =
                new SlowLattice(own, windows, places, thisParty, !any.measure().isStock());
        List<Tally> tallies = new ArrayList<>();
        for (Cell cell : lattice.cells()) {
            Scope scope = any.withPlace(cell.place()).withStatus(cell.status());
            lattice.rolled(cell)
                    .filter(SlowPart::saysSomething)
                    .ifPresent(part -> tallies.add(part.toTally(scope, cell.window(), policy)));
        }
        return tallies;
    }

    /** What was not admitted, and why. */
    public List<SetAside> setAside() {
        Stream<SetAside> notAdmitted =
                accounts.values().stream().flatMap(List::stream).flatMap(a -> a.setAside().stream());
        Stream<SetAside> withdrawn = claims.stream()
                .filter(c -> !c.isRetraction() && retractions.withdrawn(c))
                .map(c -> new SetAside(c, SetAside.Reason.RETRACTED, List.of()));
        Stream<SetAside> echoes = claims.stream()
                .filter(c -> !c.isRetraction()
                        && !retractions.withdrawn(c)
                        && echoed(c).isPresent())
                .map(c -> new SetAside(
                        c, SetAside.Reason.ECHO, List.of(echoed(c).get().id())));
        return Stream.concat(Stream.concat(notAdmitted, withdrawn), echoes).toList();
    }

    /** The first published of the claims that this one copies. */
    private Optional<Claim> echoed(Claim claim) {
        return claims.stream()
                .filter(c -> !c.isRetraction()
                        && c.imprint().isPresent()
                        && claim.imprint().isPresent())
                .filter(c -> c.scope().equals(claim.scope()) && c.count().equals(claim.count()))
                .filter(c -> !c.account().equals(claim.account()))
                .filter(c -> BY_PUBLICATION.compare(c, claim) < 0)
                .filter(c ->
                        Duration.between(c.publishedAt(), claim.publishedAt()).compareTo(Duration.ofDays(7)) <= 0)
                .filter(c -> c.imprint()
                        .get()
                        .isLike(claim.imprint().get(), Duration.between(c.publishedAt(), claim.publishedAt())))
                .min(BY_PUBLICATION);
    }

    private SlowPart reckon(Scope scope, List<Account> held, Period window) {
        List<Policy.Candidate> candidates = new ArrayList<>();
        List<List<Citation>> cited = new ArrayList<>();
        List<List<Finding>> findings = new ArrayList<>();
        for (Account account : held) {
            account.heard(window).ifPresent(heard -> {
                candidates.add(new Policy.Candidate(heard.view(), heard.published(), heard.adjusted()));
                cited.add(heard.claims());
                findings.add(account.findings(window));
            });
        }
        if (candidates.isEmpty()) {
            return null;
        }
        findings.add(retractions.findings(scope, window));
        Disagreement disagreement = new Disagreement(candidates, policy);
        return new SlowPart(
                disagreement.figure(),
                disagreement.views(),
                SlowPart.newestClaims(cited.stream()),
                SlowPart.newestFindings(findings.stream()));
    }
}
