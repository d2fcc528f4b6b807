package org.tollwatch.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tallies of one {@link Book} in one window are made of. */
final class Workings {

    private final List<Claim> claims;
    private final Lattice lattice;
    private final Map<Scope, List<Account>> accounts;
    private final Map<String, SetAside> setAside = new HashMap<>();
    private final Map<List<Object>, List<Claim>> byAccount;

    /**
     * @param claims all of the book, as the policy's word profile reads them
     * @param lattice its figures for the window and the days inside it
     * @param accounts who says something of each scope
     */
    Workings(List<Claim> claims, Lattice lattice, Map<Scope, List<Account>> accounts, List<SetAside> setAside) {
        this.claims = claims;
        this.lattice = lattice;
        this.accounts = accounts;
        setAside.forEach(a -> this.setAside.put(a.claim().id(), a));
        byAccount = claims.stream().collect(Collectors.groupingBy(c -> List.of(c.scope(), c.account())));
    }

    List<Claim> claims() {
        return claims;
    }

    /** What an account says of a scope, whether it stands or not. */
    List<Claim> claims(Scope scope, String account) {
        return byAccount.getOrDefault(List.of(scope, account), List.of());
    }

    Lattice lattice() {
        return lattice;
    }

    List<Account> accounts(Scope scope) {
        return accounts.getOrDefault(scope, List.of());
    }

    /** What was not admitted, by claim. */
    Map<String, SetAside> setAside() {
        return setAside;
    }
}
