package org.tollwatch.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tallies of one {@link Book} in one window are made of. */
final class Workings {

    /**
     * A book's claims as all windows see them.
     *
     * @param byScope all of the book, as the policy's word profile reads them, of each scope the newest publication first
     * @param setAside what was not admitted, by claim
     * @param byAccount by scope and account
     */
    record Filed(
            Map<Scope, List<Claim>> byScope, Map<String, SetAside> setAside, Map<List<Object>, List<Claim>> byAccount) {

        static Filed of(Collection<Claim> claims, List<SetAside> setAside) {
            Map<String, SetAside> aside = new HashMap<>();
            setAside.forEach(a -> aside.put(a.claim().id(), a));
            return new Filed(
                    claims.stream().sorted(Claim.NEWEST_FIRST).collect(Collectors.groupingBy(Claim::scope)),
                    aside,
                    claims.stream().collect(Collectors.groupingBy(c -> List.of(c.scope(), c.account()))));
        }
    }

    private final Filed filed;
    private final Lattice lattice;
    private final Map<Scope, List<Account>> accounts;

    /**
     * @param lattice the book's figures for the window and the days inside it
     * @param accounts who says something of each scope
     */
    Workings(Filed filed, Lattice lattice, Map<Scope, List<Account>> accounts) {
        this.filed = filed;
        this.lattice = lattice;
        this.accounts = accounts;
    }

    /** By scope; of each the newest publication first. */
    Map<Scope, List<Claim>> claims() {
        return filed.byScope();
    }

    /** What an account says of a scope, whether it stands or not. */
    List<Claim> claims(Scope scope, String account) {
        return filed.byAccount().getOrDefault(List.of(scope, account), List.of());
    }

    Lattice lattice() {
        return lattice;
    }

    List<Account> accounts(Scope scope) {
        return accounts.getOrDefault(scope, List.of());
    }

    /** What was not admitted, by claim. */
    Map<String, SetAside> setAside() {
        return filed.setAside();
    }
}
