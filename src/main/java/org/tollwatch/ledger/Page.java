package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a book holds of one scope: an account for every claimant, and what was withdrawn. */
final class Page {

    private final Scope scope;
    private final Policy policy;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final NavigableSet<Finding> withdrawn = new TreeSet<>(Finding.NEWEST_FIRST);
    private final Set<Account> changed = new LinkedHashSet<>();
    private final List<Period> touched = new ArrayList<>();
    private Optional<Period> everTouched = Optional.empty();

    Page(Scope scope, Policy policy) {
        this.scope = scope;
        this.policy = policy;
    }

    Scope scope() {
        return scope;
    }

    void add(Claim claim) {
        Account account = accounts.computeIfAbsent(claim.account(), name -> Account.of(scope, name));
        account.add(claim);
        changed.add(account);
    }

    void remove(Claim claim) {
        Account account = accounts.get(claim.account());
        account.remove(claim);
        changed.add(account);
    }

    /** Notes who withdraws a claim now; whether it still counts is told by {@link #add} and {@link #remove}. */
    void note(Retractions.Shift shift) {
        shift.before().ifPresent(by -> withdrawn.remove(finding(shift.claim(), by)));
        shift.after().ifPresent(by -> withdrawn.add(finding(shift.claim(), by)));
        touched.add(shift.claim().period());
    }

    /** The times in which the page may read otherwise than when this was last asked, ends included. */
    List<Period> takeTouched() {
        changed.forEach(account -> account.takeTouched().ifPresent(touched::add));
        changed.clear();
        List<Period> taken = List.copyOf(touched);
        touched.clear();
        taken.forEach(p -> everTouched = Optional.of(everTouched.map(p::hull).orElse(p)));
        return taken;
    }

    /** Whether the page, as it was last asked, can say anything of the window. */
    boolean reaches(Window window) {
        return everTouched.filter(p -> p.meets(window.period())).isPresent();
    }

    /** What the page says of a window; null when nothing. */
    Part reckon(Period window) {
        List<Policy.Candidate> candidates = new ArrayList<>();
        List<Citation> claims = List.of();
        List<Finding> findings = List.of();
        for (Account account : accounts.values()) {
            Optional<Heard> said = account.heard(window);
            if (said.isPresent()) {
                Heard heard = said.get();
                candidates.add(new Policy.Candidate(heard.view(), heard.published(), heard.adjusted()));
                claims = Latest.claims(claims, heard.claims());
                findings = Latest.findings(findings, Latest.findings(account.findings(window).stream()));
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        Disagreement disagreement = new Disagreement(candidates, policy);
        return new Part(
                disagreement.figure(), disagreement.views(), claims, Latest.findings(findings, withdrawnIn(window)));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    List<SetAside> setAside() {
        return accounts.values().stream().flatMap(a -> a.setAside().stream()).toList();
    }

    private List<Finding> withdrawnIn(Period window) {
        return withdrawn.stream()
                .filter(f -> f.period().overlaps(window))
                .limit(Tally.MOST_FINDINGS)
                .toList();
    }

    private static Finding finding(Claim claim, Claim by) {
        List<String> ids = List.of(claim.id(), by.id());
        return new Finding(
                Finding.Kind.RETRACTION,
                claim.account(),
                claim.period(),
                claim.count().best(),
                0,
                ids);
    }
}
